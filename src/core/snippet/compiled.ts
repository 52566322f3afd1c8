import type { SnippetParts, SnippetTemplate } from './snippet.js';

/** Source: MicrosoftDocs/azure-ai-docs api-version-lifecycle.md, .NET tab, 2026-03. */
export const DOTNET: SnippetTemplate = {
  clientClass: (task) =>
    task === 'embeddings' ? 'EmbeddingClient' : task === 'responses' ? 'OpenAIResponseClient' : 'ChatClient',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  install: (auth) =>
    `dotnet add package OpenAI${auth === 'entra' ? ' && dotnet add package Azure.Identity' : ''}`,
  tasks: ['chat', 'responses', 'embeddings'],
  notes: [],
  apiVersion: null,
  write: ({ baseUrl, deployment, task, auth, scope }) => {
    const [space, client, call, print] = DOTNET_CALLS[task];
    const isPreview = auth === 'entra' || task === 'responses';
    const credential =
      auth === 'entra'
        ? `    authenticationPolicy: new BearerTokenPolicy(new DefaultAzureCredential(), "${scope}"),`
        : '    credential: new ApiKeyCredential(Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY")!),';
    return lines([
      ...(auth === 'entra'
        ? ['using System.ClientModel.Primitives;', 'using Azure.Identity;']
        : ['using System.ClientModel;']),
      'using OpenAI;',
      `using OpenAI.${space};`,
      '',
      ...(isPreview ? ['#pragma warning disable OPENAI001'] : []),
      `${client} client = new(`,
      `    model: "${deployment}",`,
      credential,
      `    options: new OpenAIClientOptions { Endpoint = new Uri("${baseUrl}") });`,
      call,
      `Console.WriteLine(${print});`,
    ]);
  },
};

const DOTNET_CALLS = {
  chat: [
    'Chat',
    'ChatClient',
    'ChatCompletion completion = client.CompleteChat("Say hello.");',
    'completion.Content[0].Text',
  ],
  responses: [
    'Responses',
    'OpenAIResponseClient',
    'OpenAIResponse response = client.CreateResponse("Say hello.");',
    'response.GetOutputText()',
  ],
  embeddings: [
    'Embeddings',
    'EmbeddingClient',
    'OpenAIEmbedding embedding = client.GenerateEmbedding("hello");',
    'embedding.ToFloats().Length',
  ],
} as const;

/** Source: MicrosoftDocs/azure-ai-docs api-version-lifecycle.md, Java tab, 2026-03. */
export const JAVA: SnippetTemplate = {
  clientClass: () => 'OpenAIOkHttpClient',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  install: (auth) =>
    `Maven: com.openai:openai-java${auth === 'entra' ? ' and com.azure:azure-identity' : ''}`,
  tasks: ['chat', 'responses', 'embeddings'],
  notes: [],
  apiVersion: null,
  write: (parts) => {
    const { baseUrl, auth, scope } = parts;
    const [model, params, body] = javaCall(parts);
    const credential =
      auth === 'entra'
        ? [
            '            .credential(BearerTokenCredential.create(AuthenticationUtil.getBearerTokenSupplier(',
            `                new DefaultAzureCredentialBuilder().build(), "${scope}")))`,
          ]
        : ['            .apiKey(System.getenv("AZURE_OPENAI_API_KEY"))'];
    return lines([
      ...(auth === 'entra'
        ? [
            'import com.azure.identity.AuthenticationUtil;',
            'import com.azure.identity.DefaultAzureCredentialBuilder;',
          ]
        : []),
      'import com.openai.client.OpenAIClient;',
      'import com.openai.client.okhttp.OpenAIOkHttpClient;',
      ...(auth === 'entra' ? ['import com.openai.credential.BearerTokenCredential;'] : []),
      `import com.openai.models.${model}.${params};`,
      '',
      'public class FirstCall {',
      '    public static void main(String[] args) {',
      '        OpenAIClient client = OpenAIOkHttpClient.builder()',
      `            .baseUrl("${baseUrl}")`,
      ...credential,
      '            .build();',
      ...body,
      '    }',
      '}',
    ]);
  },
};

function javaCall({ task, deployment }: SnippetParts): readonly [string, string, readonly string[]] {
  const build = (params: string, set: string) => [
    `        ${params} params = ${params}.builder()`,
    `            .model("${deployment}")`,
    `            .${set}`,
    '            .build();',
  ];
  switch (task) {
    case 'chat':
      return [
        'chat.completions',
        'ChatCompletionCreateParams',
        [
          ...build('ChatCompletionCreateParams', 'addUserMessage("Say hello.")'),
          '        client.chat().completions().create(params).choices()',
          '            .forEach(choice -> System.out.println(choice.message().content().orElse("")));',
        ],
      ];
    case 'responses':
      return [
        'responses',
        'ResponseCreateParams',
        [
          ...build('ResponseCreateParams', 'input("Say hello.")'),
          '        System.out.println(client.responses().create(params).output());',
        ],
      ];
    case 'embeddings':
      return [
        'embeddings',
        'EmbeddingCreateParams',
        [
          ...build('EmbeddingCreateParams', 'input("hello")'),
          '        System.out.println(client.embeddings().create(params).data().get(0).embedding().size());',
        ],
      ];
  }
}

/** Source: openai/openai-go README and azure package; api-version-lifecycle.md, Go tab; 2026-11. */
export const GO: SnippetTemplate = {
  clientClass: () => 'openai.NewClient',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  install: (auth) =>
    `go get github.com/openai/openai-go/v3${auth === 'entra' ? ' github.com/Azure/azure-sdk-for-go/sdk/azidentity' : ''}`,
  tasks: ['chat', 'responses', 'embeddings'],
  notes: [],
  apiVersion: null,
  write: (parts) => {
    const { baseUrl, auth, task } = parts;
    const credential =
      auth === 'entra'
        ? '\t\tazure.WithTokenCredential(credential),'
        : '\t\toption.WithAPIKey(os.Getenv("AZURE_OPENAI_API_KEY")),';
    return lines([
      'package main',
      '',
      'import (',
      '\t"context"',
      '\t"fmt"',
      ...(auth === 'entra' ? [] : ['\t"os"']),
      '',
      ...(auth === 'entra' ? ['\t"github.com/Azure/azure-sdk-for-go/sdk/azidentity"'] : []),
      '\t"github.com/openai/openai-go/v3"',
      ...(auth === 'entra' ? ['\t"github.com/openai/openai-go/v3/azure"'] : []),
      '\t"github.com/openai/openai-go/v3/option"',
      ...(task === 'responses' ? ['\t"github.com/openai/openai-go/v3/responses"'] : []),
      ')',
      '',
      'func main() {',
      ...(auth === 'entra'
        ? [
            '\tcredential, err := azidentity.NewDefaultAzureCredential(nil)',
            '\tif err != nil {',
            '\t\tpanic(err)',
            '\t}',
          ]
        : []),
      '\tclient := openai.NewClient(',
      `\t\toption.WithBaseURL("${baseUrl}"),`,
      credential,
      '\t)',
      ...goCall(parts),
      '}',
    ]);
  },
};

function goCall({ task, deployment }: SnippetParts): readonly string[] {
  const check = ['\tif err != nil {', '\t\tpanic(err)', '\t}'];
  switch (task) {
    case 'chat':
      return [
        '\tcompletion, err := client.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{',
        `\t\tModel:    "${deployment}",`,
        '\t\tMessages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Say hello.")},',
        '\t})',
        ...check,
        '\tfmt.Println(completion.Choices[0].Message.Content)',
      ];
    case 'responses':
      return [
        '\tresponse, err := client.Responses.New(context.Background(), responses.ResponseNewParams{',
        `\t\tModel: "${deployment}",`,
        '\t\tInput: responses.ResponseNewParamsInputUnion{OfString: openai.String("Say hello.")},',
        '\t})',
        ...check,
        '\tfmt.Println(response.OutputText())',
      ];
    case 'embeddings':
      return [
        '\tresult, err := client.Embeddings.New(context.Background(), openai.EmbeddingNewParams{',
        `\t\tModel: "${deployment}",`,
        '\t\tInput: openai.EmbeddingNewParamsInputUnion{OfString: openai.String("hello")},',
        '\t})',
        ...check,
        '\tfmt.Println(len(result.Data[0].Embedding))',
      ];
  }
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
