import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

/** A view that breaks takes nothing else with it, and nobody takes its silence for a pass. */
export function BrokenView({ children }: { readonly children: ComponentChildren }) {
  const [error, retry] = useErrorBoundary();
  if (error === undefined) return <>{children}</>;
  return (
    <div role="alert">
      <p>
        This view could not be drawn: {error instanceof Error ? error.message : String(error)}. Please report
        it.
      </p>
      <button type="button" onClick={retry}>
        Draw it again
      </button>
    </div>
  );
}
