/**
 * What a budget is not. Source: MicrosoftDocs/azure-docs, cost-management-billing/manage/spending-limit.md, 2025, and
 * MicrosoftDocs/azure-ai-docs, manage-costs.md, 2025-10.
 */
export const BUDGET_ALERTS_ONLY =
  'A budget sends mail when spending passes its thresholds; it stops nothing, and costs arrive hours late.';

export const NO_SPENDING_LIMIT =
  'A spending limit that stops resources exists only on offers with credit (free trial, Visual Studio, ...): it equals the credit, no other amount can be set, and it leaves marketplace models out.';
