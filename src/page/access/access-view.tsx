import { useMemo, useRef } from 'preact/hooks';
import { gapSentence } from '../../engine/wording/gaps.ts';
import { Names } from '../parts/names.tsx';
import type { ViewProps } from '../view.ts';
import { Detail } from './detail.tsx';
import { Matrix } from './matrix.tsx';
import { PermissionList } from './permission-list.tsx';
import type { Permission } from './permissions.ts';
import { SearchBox } from './search-box.tsx';
import { type ShownAccess, shownAccess } from './shown-access.ts';
import { useChosen } from './use-chosen.ts';

/** What the subject can do, who grants it, and what stands in its way. The place is a permission's key. */
export function AccessView({ read, shown: judged, side, subjectId, place, setPlace }: ViewProps) {
  const before = read[side] ?? judged;
  const shown = useMemo(() => shownAccess(judged, before, subjectId ?? ''), [judged, before, subjectId]);
  return (
    <div class="access-view">
      <h2>Access</h2>
      {shown === null ? (
        <p>Nobody was read.</p>
      ) : (
        <>
          <p>
            <Names text={shown.access.subject.name} /> (<Names text={shown.access.subject.title} />)
          </p>
          <Shown {...{ shown, place, setPlace }} />
        </>
      )}
    </div>
  );
}

type ShownProps = { readonly shown: ShownAccess } & Pick<ViewProps, 'place' | 'setPlace'>;

function Shown({ shown, place, setPlace }: ShownProps) {
  const root = useRef<HTMLDivElement>(null);
  const { chosen, open, jump, close, drawn } = useChosen(root, place, setPlace);
  const permission = chosen === null ? undefined : shown.permissions.get(chosen);
  const all = useMemo(() => [...shown.permissions.values()], [shown.permissions]);
  const { flows } = shown.access;
  const cells = { shown, chosen, open };
  const ofKind = (kind: Permission['kind']) => all.filter((each) => each.kind === kind);
  return (
    <div ref={root} class={permission === undefined ? 'access-body' : 'access-body access-with-detail'}>
      <div class="access-top">
        <SearchBox shown={shown} jump={jump} />
        <Changed count={shown.differing.size} />
        {chosen !== null && permission === undefined && (
          <p role="alert">
            <Names text={chosen} /> is none of the permissions that were read: no requirement asks for it.
          </p>
        )}
      </div>
      {permission !== undefined && <Detail {...{ shown, permission, open, close }} />}
      <div class="access-main">
        <h3 id="access-objects">Objects and fields</h3>
        {shown.objects.length === 0 ? <p>{nothingAsked('objects')}</p> : <Matrix {...cells} drawn={drawn} />}
        <PermissionList
          {...cells}
          id="access-system"
          title="System permissions"
          permissions={ofKind('system')}
          nothing={nothingAsked('system permissions')}
        />
        <PermissionList
          {...cells}
          id="access-flows"
          title="Flows"
          permissions={[...ofKind('flow')].sort(neededFirst)}
          nothing={flows.status === 'ok' ? 'The org has no active flow.' : gapSentence('flows', flows.reason)}
        />
        <PermissionList
          {...cells}
          id="access-licenses"
          title="Permission set licenses"
          permissions={ofKind('license')}
          nothing={nothingAsked('permission set licenses')}
        />
      </div>
    </div>
  );
}

const neededFirst = (a: Permission, b: Permission): number =>
  Number(a.state === 'not-needed') - Number(b.state === 'not-needed');

const nothingAsked = (what: string): string => `No requirement asks for ${what}, so none were read.`;

const Changed = ({ count }: { readonly count: number }) => (
  <p role="status">
    {count > 0 &&
      `${count === 1 ? '1 permission is' : `${count} permissions are`} not as they were read, by the changes that are being tried.`}
  </p>
);
