import { useId, useMemo } from 'preact/hooks';
import { amountText } from '../../reporters/amounts.ts';
import { objectRights, rightLabels } from '../../salesforce/labels.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { Names } from '../parts/names.tsx';
import { type ComparedPermission, type DifferingObject, differingObjects } from './compared-permissions.ts';

/** The rights on objects that differ: A above B. What is alike stays empty. */
export function DifferenceMatrix({ permissions }: { readonly permissions: readonly ComparedPermission[] }) {
  const title = useId();
  const objects = useMemo(() => differingObjects(permissions), [permissions]);
  if (objects.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>Objects that differ</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
      <section class="compare-scroll" aria-label="Rights on objects, to be scrolled" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Object</th>
              {objectRights.map((right) => (
                <th scope="col" key={right}>
                  {rightLabels[right]}
                </th>
              ))}
              <th scope="col">Fields</th>
            </tr>
          </thead>
          <tbody>
            {objects.map((each) => (
              <Row key={each.object} differing={each} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

const Row = ({ differing: { object, rights, fields } }: { readonly differing: DifferingObject }) => (
  <tr>
    <th scope="row">
      <Names text={object} />
    </th>
    {objectRights.map((right) => (
      <td key={right}>{rights[right] !== undefined && <States states={rights[right]} />}</td>
    ))}
    <td>{fields > 0 && amountText(fields, 'right')}</td>
  </tr>
);

const States = ({ states: [a, b] }: { readonly states: NonNullable<DifferingObject['rights']['read']> }) => (
  <>
    <div>
      A <DecisionBadge decision={a} />
    </div>
    <div>
      B <DecisionBadge decision={b} />
    </div>
  </>
);
