/** That names are stand-ins, or were. It must read well when the one word of it is exchanged for the other. */
export const namesText = (names: string): string => `${names}, by a share key`;
