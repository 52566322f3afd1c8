/** What no token price holds (docs of manage-costs, MicrosoftDocs/azure-ai-docs, 2025-10). */
export const NOT_INCLUDED = [
  'Tax.',
  'Negotiated prices, credits and commitments (--discount applies one percentage to all).',
  'Provisioned throughput, which is billed per unit and hour.',
  'Fine-tuned models: training, and hosting by the hour even when idle.',
  'Tools and other services: search, storage, content safety, networking.',
] as const;

/** What people look for and need not. */
export const NO_CHARGE =
  'The resource and a pay-as-you-go deployment cost nothing by themselves: only tokens do.';
