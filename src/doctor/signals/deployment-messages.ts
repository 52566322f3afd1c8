import type { MessageSignal } from './message-signal.js';

/** How services word a deployment or model that is not there or not able. */
export const DEPLOYMENT_MESSAGES = [
  {
    id: 'deployment-not-found',
    says: 'Route and key are right; no deployment has this name on this resource.',
    scope: 'error',
    pattern:
      /DeploymentNotFound|api deployment for this resource does not exist|deployment.{0,60}(?:does not|doesn't) exist|deployment ['"`]?[\w.-]{1,64}['"`]? (?:was |is |could )?not (?:be )?found|deployment not found|no deployment (?:found|named|with)|(?:doesn't|does not) have (?:a )?deployment/i,
    source: 'gh:OpenBMB/AgentVerse#140 (2024)',
  },
  {
    id: 'unknown-model',
    says: 'The multi-model gateway knows no deployment of this name.',
    scope: 'error',
    pattern: /unknown_model|unknown model\b|unavailable_model/i,
    source: 'gh:microsoft-foundry/new-foundry-portal#127 (2026)',
  },
  {
    id: 'model-not-found',
    says: 'An OpenAI-style server does not know the model.',
    scope: 'error',
    pattern:
      /model_not_found|the model [`'"]?[\w.:/-]{1,80}[`'"]? (?:does not exist|was not found|is not found)|model [`'"]?[\w.:/-]{1,80}[`'"]? (?:not found|does not exist)|invalid model name|model.{0,30}is not (?:a )?valid/i,
    source: 'platform.openai.com/docs/guides/error-codes (2025)',
  },
  {
    id: 'no-model-named',
    says: 'The request names no model or deployment.',
    scope: 'error',
    pattern:
      /no_model_name|no model specified|must provide an? ['"`]?(?:engine|deployment_id|model)|must provide a model|missing required (?:parameter|argument|field):? ['"`]?(?:model|deployment)|(?:model|deployment(?:_?name| name| id)?)['"`]? (?:is |was |must be |field is |name is )?(?:required|missing|not (?:set|specified|provided)|empty|cannot be (?:null|empty))|deployments\/(?:None|undefined|null|)\/|ArgumentNullException.{0,60}deployment|deploymentName.{0,30}(?:null|empty|missing)|missing (?:the )?(?:deployment|model)(?: name)?/i,
    source: 'gh:microsoft/AI-Red-Teaming-Playground-Labs#14 (2025), openai-python 0.x',
  },
  {
    id: 'operation-unsupported',
    says: 'The deployed model does not serve this operation.',
    scope: 'error',
    pattern:
      /OperationNotSupported|operation does not work with the specified model|operation is (?:not supported|unsupported)|not supported (?:by|with|in|for|on) (?:the )?responses api|(?:not|only) supported in (?:the )?v1\/|not a chat model|is a chat model|does not support (?:the )?(?:chat ?completions?|completions?|embeddings?|responses|batch|fine-?tuning|assistants?|audio|image generation|realtime|image edits?)(?: operation| api| endpoint)?\b|\bmodel not supported\b|(?:batch|globalbatch|global batch).{0,40}(?:not supported|only)|(?:model|deployment) (?:type )?(?:is |does )?not support(?:ed)? (?:for )?(?:this|the requested) (?:operation|api|endpoint)/i,
    source: 'gh:microsoft/AI-Red-Teaming-Playground-Labs#18 (2025)',
  },
  {
    id: 'chat-refused-for-chat-model',
    says: 'A chat model refuses chat: its version is no longer served.',
    scope: 'error',
    pattern:
      /chatCompletion operation does not work with the specified model, gpt-(?:35-turbo(?:-16k|-\d{4})?|4(?:-32k|-\d{4}|-turbo)?|4o(?:-mini)?)(?![\w-])/i,
    source: 'learn:/azure/foundry model retirements (2025)',
  },
  {
    id: 'deployment-not-ready',
    says: 'The deployment is new or still being made.',
    scope: 'any',
    pattern:
      /just (?:created|deployed|made)|newly (?:created|deployed)|(?:a few|couple of|some|\d{1,2}) minutes? (?:after|ago|later)|provisioning ?state"?.{0,10}(?:creating|accepted|updating|running|moving)|(?:started|starts) working (?:after|by itself|later|now)|wait(?:ed|ing)? (?:a |for |about |some ){0,2}(?:few|\d{1,2}|while|minutes)|DeploymentNotReady|not (?:yet )?ready|still (?:being )?(?:creat|provision|deploy)/i,
    source: 'error-signatures §4: about five minutes after creation',
  },
  {
    id: 'model-retired',
    says: 'The model version is no longer served.',
    scope: 'error',
    pattern:
      /(?:model|deployment|engine|gpt-[\w.-]{1,30}|davinci|ada)\b[^\n]{0,100}\b(?:retired|deprecated|decommissioned|sunset|discontinued|no longer (?:available|supported|served|offered)|end[- ]of[- ]life)|(?:retired|deprecated|decommissioned) (?:model|deployment|engine)|ServiceModelDeprecat|ModelDeprecat|DeprecatedModel|deprecated since|better models available|model retirement|\b410\b.{0,10}gone/i,
    source: 'docs:foundry/openai/concepts/model-retirements (2026)',
  },
  {
    id: 'region-unavailable',
    says: 'Not offered in this region or with this SKU.',
    scope: 'error',
    pattern:
      /(?:not (?:supported|available|offered|enabled)|unavailable|isn't (?:supported|available)) (?:for .{0,40} )?(?:in|for|by) (?:this|the|your|that)? ?(?:current |selected |specified |given |resource )?(?:region|location)|specified sku .{0,80}(?:not supported|is invalid)|InvalidResourceProperties|SkuNotSupported|LocationNotAvailableForResourceType|model .{0,80} (?:is )?not (?:supported|available) in .{0,40}(?:region|location)|region.{0,40}(?:not support|doesn't support|unsupported)|sku.{0,30}not (?:supported|available)/i,
    source: 'control-plane refusals InvalidResourceProperties, DeploymentModelNotSupported (2025)',
  },
] as const satisfies readonly MessageSignal[];
