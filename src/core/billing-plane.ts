/**
 * What aimi needs of Cost Management and of Consumption budgets. Reached through `ControlPlane.billing`, so over
 * the same sign-in and pipeline; every method throws `AimiError` and stops with `interrupted`.
 */
export interface BillingPlane {
  /** All pages of a cost query; a row a day for each group. */
  queryCosts(scope: BillingScope, query: CostQuery, signal?: AbortSignal): Promise<readonly BilledRow[]>;
  listBudgets(scope: BillingScope, signal?: AbortSignal): Promise<readonly Budget[]>;
  /** Null when there is none of that name. */
  getBudget(scope: BillingScope, name: string, signal?: AbortSignal): Promise<Budget | null>;
  putBudget(
    scope: BillingScope,
    name: string,
    settings: BudgetSettings,
    /** That of the budget to replace; null to create one. */
    etag: string | null,
    signal?: AbortSignal,
  ): Promise<Budget>;
  deleteBudget(scope: BillingScope, name: string, signal?: AbortSignal): Promise<void>;
}

/** A subscription, or one of its resource groups. */
export interface BillingScope {
  readonly subscriptionId: string;
  readonly resourceGroup: string | null;
}

export interface CostQuery {
  /** First and last day, YYYY-MM-DD (UTC), both included. */
  readonly from: string;
  readonly to: string;
  /** The tag whose values tell rows apart. */
  readonly tag: string;
  /** ARM id of the one resource to look at; null for all AI services and all marketplace charges. */
  readonly resourceId: string | null;
}

/** One row of the answer. Empty text where the service says nothing. */
export interface BilledRow {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Decimal text in `currency`, before tax; may be negative (a refund). */
  readonly cost: string;
  readonly currency: string;
  /** Decimal text in units of the meter (thousands or millions of tokens); null when not given. */
  readonly quantity: string | null;
  readonly resourceId: string;
  /** As Cost Management spells it: `US East 2`, `eastus2`. */
  readonly location: string;
  readonly service: string;
  /** The meter's sub-category: the product name of the price list. */
  readonly product: string;
  readonly meter: string;
  /** `Azure`, `Microsoft` or `Marketplace`. */
  readonly publisherType: string;
  /** `Usage`, `Purchase`, `Refund`, ... */
  readonly chargeType: string;
  /** Null when the resource does not carry the tag. */
  readonly tag: string | null;
}

export const BUDGET_GRAINS = ['monthly', 'quarterly', 'annually'] as const;
export type BudgetGrain = (typeof BUDGET_GRAINS)[number];

export interface BudgetAlert {
  /** Per cent of the amount, 0 to 1000. */
  readonly percent: number;
  /** `forecast`: when the period is expected to end above it. */
  readonly on: 'actual' | 'forecast';
}

export interface BudgetSettings {
  /** Decimal text in the billing currency of the subscription. */
  readonly amount: string;
  readonly grain: BudgetGrain;
  /** YYYY-MM-DD, the first of a month. */
  readonly start: string;
  readonly alerts: readonly BudgetAlert[];
  readonly emails: readonly string[];
  /** ARM id of the only resource that counts; null: everything in the scope. */
  readonly resourceId: string | null;
}

export interface Budget extends Omit<BudgetSettings, 'grain'> {
  readonly name: string;
  readonly id: string;
  /** An unknown grain is kept as the service spells it. */
  readonly grain: BudgetGrain | (string & {});
  readonly end: string | null;
  /** Spent in the current period; null when the service does not say. */
  readonly spent: string | null;
  readonly forecast: string | null;
  /** ISO 4217; null when the service does not say. */
  readonly currency: string | null;
  readonly etag: string | null;
}
