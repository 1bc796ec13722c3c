import type { Decision, Entry } from '../../model/access.ts';
import type { Subject } from '../../model/subject.ts';

export type NodeId = string;

/** The ways from a subject to a permission, and what stands in them. Nodes in the order of a walk from the subject. */
export interface AccessGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Ways that there was no room for. */
  readonly left: number;
}

export interface GraphNode {
  readonly id: NodeId;
  readonly kind:
    | 'subject'
    | 'assignment'
    | 'profile'
    | 'permission-set'
    | 'group'
    | 'muting'
    | 'entry'
    | 'gap'
    | 'permission';
  readonly title: string;
  /** What it is, and how it stands. */
  readonly words: string;
  /** Whether it gives nothing any more, or does not know. */
  readonly standing: 'holds' | 'lapsed' | 'doubtful';
}

export interface GraphEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: EdgeKind;
  /** Such as `expired on 2026-10-01`; empty where there is nothing to say. */
  readonly words: string;
}

export type EdgeKind =
  | 'gives'
  /** It would, and does not any more. */
  | 'lapsed'
  /** It would, and is not assigned, or says no. */
  | 'missing'
  /** Whether it does is not known. */
  | 'doubtful'
  /** What it gives is taken away. */
  | 'muted'
  /** It takes away. */
  | 'mutes';

/** What a permission takes: all of it, or one of the things that it takes together. */
export interface Half {
  readonly title: string;
  readonly words: string;
  readonly decision: Decision;
  /** Whether an entry is the right itself and does not imply it. */
  readonly isDirect: (entry: Entry) => boolean;
}

/** Between which nodes ways are drawn. */
export interface Span {
  readonly start: NodeId;
  readonly end: NodeId;
  readonly subject: Subject;
  readonly half: Half;
}
