/** Where the command is bundled before the first test: as users have it, a process starts in a third of the time. */
export const builtFolder = 'test-results/built';
export const builtCommand = `${builtFolder}/start.js`;
