import { expect, test } from 'vitest';
import { scenarioNames } from '../../src/emulator/scenarios/load-scenario.ts';
import { settled, syncgate } from './command-line.ts';

test.for(scenarioNames())('the whole report on the scenario %s', async (scenario) => {
  const { exitCode, stdout, stderr } = await syncgate([
    'demo',
    '--scenario',
    scenario,
    '--gate',
    '--format',
    'json',
  ]);
  const command = `$ syncgate demo --scenario ${scenario} --gate --format json`;
  const text = [command, stderr, stdout, `exit code ${exitCode}`].join('\n');
  await expect(settled(text)).toMatchFileSnapshot(`__snapshots__/report-${scenario}.txt`);
});

test.for(scenarioNames())('what a person sees of the scenario %s', async (scenario) => {
  const { exitCode, stdout } = await syncgate(['demo', '--scenario', scenario, '--gate'], { width: 100 });
  const text = [`$ syncgate demo --scenario ${scenario} --gate`, stdout, `exit code ${exitCode}`].join('\n');
  await expect(settled(text)).toMatchFileSnapshot(`__snapshots__/table-${scenario}.txt`);
});
