import { SANDBOX_TENANT_ID } from '../names.js';
import { type DataReply, jsonReply } from './exchange.js';

/**
 * The data plane's refusals, word for word as public reports and Microsoft's pages print them. Sources are
 * GitHub issues unless said otherwise, read in 2026-11.
 */
const gateway = (status: number, code: string, message: string): DataReply =>
  jsonReply(status, { error: { code, message } });
/** The multi-model gateway says everything twice. */
const meshed = (status: number, code: string, message: string): DataReply =>
  jsonReply(status, { error: { code, message, details: message } });
const openAiStyle = (status: number, code: string | null, message: string, param: string | null): DataReply =>
  jsonReply(status, { error: { message, type: 'invalid_request_error', param, code } });

const OPERATIONS_PAGE =
  'Please choose different model and try again. You can learn more about which models can be used with each operation here: https://go.microsoft.com/fwlink/?linkid=2197993.';

export const dataRefusals = {
  /** JetBrains/koog#2150, Azure/azure-sdk-for-java#44517 */
  routeNotFound: (): DataReply => gateway(404, '404', 'Resource not found'),
  /** songquanpeng/one-api#2269: a dated path for a model that is not OpenAI's */
  emptyNotFound: (): DataReply => ({ status: 404, body: { kind: 'text', text: '', type: 'text/plain' } }),
  /** microsoft/semantic-kernel#10337 */
  keyInvalid: (): DataReply =>
    gateway(
      401,
      '401',
      'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
    ),
  /** Azure/azure-sdk-for-python#37408; both audiences: Azure/azure-sdk-for-net#50872 */
  tokenRefused: (audiences: string): DataReply =>
    jsonReply(
      401,
      {
        statusCode: 401,
        message: `Unauthorized. Access token is missing, invalid, audience is incorrect (${audiences}), or have expired.`,
      },
      // It names the tenant: microsoft/semantic-kernel#11239; the rest of its form is not published.
      {
        'www-authenticate': `Bearer authorization_uri="https://login.microsoftonline.com/${SANDBOX_TENANT_ID}"`,
      },
    ),
  /** Public reports of agent services, 2025 and 2026 */
  wrongTenant: (tenantId: string): DataReply =>
    gateway(
      400,
      'Tenant provided in token does not match resource token',
      `Token tenant ${tenantId} does not match resource tenant.`,
    ),
  /** Azure-Samples/azure-search-openai-demo#1837 */
  roleMissing: (): DataReply =>
    gateway(401, 'PermissionDenied', 'Principal does not have access to API/Operation.'),
  /** davrous/AzureAgentToM365#3 */
  dataActionMissing: (project: string): DataReply =>
    gateway(
      401,
      'PermissionDenied',
      `The principal lacks the required data action \`Microsoft.CognitiveServices/accounts/AIServices/deployments/read\` to perform \`GET /api/projects/${project}/deployments\` operation.`,
    ),
  /** microsoft/sample-app-aoai-chatGPT#1000 */
  localAuthDisabled: (): DataReply =>
    gateway(403, 'AuthenticationTypeDisabled', 'Key based authentication is disabled for this resource.'),
  /** Azure/azure-sdk-for-net#12789 */
  customSubdomainNeeded: (): DataReply =>
    gateway(
      400,
      'BadRequest',
      'Please provide a custom subdomain for token authentication, otherwise API key is required. (Please see https://aka.ms/cogsvc-authenticatewithtoken)',
    ),
  /** Azure-Samples/azure-sql-db-chatbot#3 */
  firewall: (): DataReply => ({
    ...gateway(403, '403', 'Access denied due to Virtual Network/Firewall rules.'),
    headers: { 'policy-id': 'ThrowExceptionDueToTrafficDenied' },
  }),
  /** TabularEditor/TabularEditor3#1557 */
  publicAccessDisabled: (): DataReply =>
    gateway(403, '403', 'Public access is disabled. Please configure private endpoint.'),
  /** continuedev/continue#12547 */
  regionalHostInVnet: (): DataReply =>
    gateway(
      403,
      '403',
      'A Virtual Network is configured for this resource. Please use the correct endpoint for making requests. Check https://aka.ms/cogsvc-vnet for more details.',
    ),
  /** openai/openai-python#1096 and Azure-Samples/azure-search-openai-javascript#208 (gunicorn's page) */
  headersTooLarge: (reason: 'fields' | 'fields size'): DataReply => ({
    status: 431,
    headers: { connection: 'close' },
    body: {
      kind: 'text',
      type: 'text/html',
      text: `<html>\n  <head>\n    <title>Request Header Fields Too Large</title>\n  </head>\n  <body>\n    <h1><p>Request Header Fields Too Large</p></h1>\n    Error parsing headers: &#x27;limit request headers ${reason}&#x27;\n  </body>\n</html>\n`,
    },
  }),
  /** JetBrains/koog#2150, hotovo/aider-desk#460 */
  apiVersionNotSupported: (): DataReply => gateway(400, 'BadRequest', 'API version not supported'),
  /** Aider-AI/aider#4029 */
  responsesTooOld: (): DataReply =>
    gateway(
      400,
      'BadRequest',
      'Azure OpenAI Responses API is enabled only for api-version 2025-03-01-preview and later',
    ),
  /** spring-projects/spring-ai#2424; the braces are the service's */
  modelNeedsNewerVersion: (version: string): DataReply =>
    gateway(400, 'BadRequest', `Model {modelName} is enabled only for api versions ${version} and later`),
  /** OpenBMB/AgentVerse#140; on v1 routes joselcaguilar/azure-openai-ha#119 */
  deploymentNotFound: (isV1: boolean): DataReply =>
    isV1
      ? openAiStyle(404, 'DeploymentNotFound', DEPLOYMENT_NOT_FOUND, null)
      : gateway(404, 'DeploymentNotFound', DEPLOYMENT_NOT_FOUND),
  /** microsoft-foundry/new-foundry-portal#127 (400 there, 404 on GitHub Models) */
  unknownModel: (model: string): DataReply => meshed(400, 'unknown_model', `Unknown model: ${model}`),
  /** microsoft/AI-Red-Teaming-Playground-Labs#14 */
  noModelName: (): DataReply =>
    meshed(
      400,
      'no_model_name',
      'No model specified in request. Please provide a model name in the request body or as a x-ms-model-mesh-model-name header.',
    ),
  modelParameterMissing: (): DataReply => openAiStyle(400, null, 'you must provide a model parameter', null),
  /** anomalyco/opencode#14879 */
  apiNotSupported: (): DataReply =>
    meshed(404, 'api_not_supported', 'Requested API is currently not supported'),
  /** microsoft/AI-Red-Teaming-Playground-Labs#18; the same for a retired model: BerriAI/litellm#11505 */
  operationNotSupported: (operation: string, model: string): DataReply =>
    gateway(
      400,
      'OperationNotSupported',
      `The ${operation} operation does not work with the specified model, ${model}. ${OPERATIONS_PAGE}`,
    ),
  /** anomalyco/opencode#5012 */
  noResponsesModel: (): DataReply =>
    openAiStyle(400, 'unsupported_model', 'This model is not supported by Responses API.', 'model'),
  /** Azure-Samples/azure-search-openai-demo#118 */
  propertyRequired: (name: string): DataReply =>
    openAiStyle(400, null, `'${name}' is a required property`, null),
  /** microsoft/agent-framework#2384 */
  emptyMessages: (): DataReply =>
    openAiStyle(
      400,
      'empty_array',
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'messages',
    ),
  /** microsoft/vscode-copilot-release#11584 */
  maxTokensUnsupported: (): DataReply =>
    openAiStyle(
      400,
      'unsupported_parameter',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
    ),
  /** egoist/chatwise-releases#1023 */
  messagesInResponses: (): DataReply =>
    openAiStyle(
      400,
      'unsupported_parameter',
      "Unsupported parameter: 'messages'. In the Responses API, this parameter has moved to 'input'. Try again with the new parameter. See the API documentation for more information: https://platform.openai.com/docs/api-reference/responses/create.",
      null,
    ),
  /** microsoft/TinyTroupe#85 */
  contentFiltered: (): DataReply =>
    jsonReply(400, {
      error: {
        message:
          "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry. To learn more about our content filtering policies please read our documentation: https://go.microsoft.com/fwlink/?linkid=2198766",
        type: null,
        param: 'prompt',
        code: 'content_filter',
        status: 400,
        innererror: {
          code: 'ResponsibleAIPolicyViolation',
          content_filter_result: {
            hate: { filtered: false, severity: 'safe' },
            self_harm: { filtered: false, severity: 'safe' },
            sexual: { filtered: false, severity: 'safe' },
            violence: { filtered: true, severity: 'medium' },
          },
        },
      },
    }),
  /** dyad-sh/dyad#1849 */
  rateLimited: (deployment: string, model: string, region: string, seconds: number): DataReply => ({
    ...gateway(
      429,
      'too_many_requests',
      `Your requests to ${deployment} for ${model} in ${region} have exceeded the token rate limit for your current AIServices S0 pricing tier. This request was for ChatCompletions_Create under Azure OpenAI API. Please retry after ${seconds} seconds.`,
    ),
    headers: { 'retry-after': String(seconds), 'retry-after-ms': String(seconds * 1000) },
  }),
  /** pollinations/pollinations#6260 */
  highDemand: (seconds: number): DataReply => ({
    ...gateway(
      429,
      '429',
      `The system is currently experiencing high demand and cannot process your request. Your request exceeds the maximum usage size allowed during peak load. Please retry after ${seconds} seconds.`,
    ),
    headers: { 'retry-after': String(seconds) },
  }),
  /** microsoft/sample-app-aoai-chatGPT#1266 */
  backendFailed: (): DataReply =>
    gateway(
      500,
      'InternalServerError',
      'Backend returned unexpected response. Please contact Microsoft for help.',
    ),
  /** No Azure answer: there the name would not resolve. */
  noSuchResource: (host: string): DataReply =>
    gateway(
      404,
      'SandboxHostNotFound',
      `The sandbox has no resource '${host}'; on Azure this name would not resolve.`,
    ),
} as const;

const DEPLOYMENT_NOT_FOUND =
  'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.';
