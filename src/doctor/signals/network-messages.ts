import type { MessageSignal } from './message-signal.js';

/** How runtimes and services word a connection that fails or is refused, and headers that are too much. */
export const NETWORK_MESSAGES = [
  {
    id: 'dns-failed',
    says: 'The host name did not resolve.',
    scope: 'error',
    pattern:
      /\bENOTFOUND\b|EAI_AGAIN|getaddrinfo|nodename nor servname|name or service not known|name resolution|NameResolutionError|no such host|UnknownHostException|could not resolve|failed to resolve|dns error|remote name could not be resolved|NXDOMAIN|DNS_PROBE|failed to lookup address|socket\.gaierror|hostname.{0,60}(?:not|n't|un)(?: be)? ?resolv|ERR_NAME_NOT_RESOLVED|\bdns\b.{0,40}(?:fail|error|lookup|not)/i,
    source: 'Node, Python, Go, .NET, Java, Rust resolver wordings (2025)',
  },
  {
    id: 'network-refused',
    says: "The resource's network rules refused the call.",
    scope: 'error',
    pattern:
      /virtual network\/firewall|TrafficDenied|public (?:network )?access (?:is )?(?:disabled|not allowed|denied)|private ?endpoint|firewall rule|not from an approved|virtual network is configured|ip address.{0,60}(?:not allowed|not permitted|blocked|denied)|PublicNetworkAccess(?:Disabled)?|network (?:acl|rule|security perimeter)|vnet/i,
    source: 'gh:Azure-Samples/azure-sql-db-chatbot#3 (2025), gh:TabularEditor/TabularEditor3#1557',
  },
  {
    id: 'vnet-regional-host',
    says: 'A regional host was called for a resource behind a virtual network.',
    scope: 'error',
    pattern: /use the correct endpoint for making requests/i,
    source: 'gh:continuedev/continue#12547 (2026)',
  },
  {
    id: 'tls-failed',
    says: 'The TLS handshake broke: the certificate is not one that this machine trusts.',
    scope: 'error',
    pattern:
      /CERTIFICATE_VERIFY_FAILED|certificate verify failed|self[- _]signed|unable to (?:get|verify)[ \w]{0,30}(?:issuer|certificate|leaf)|UNABLE_TO_(?:VERIFY|GET)|ERR_TLS|PKIX path|SSL connection could not be established|x509:|unknown authority|remote certificate is invalid|SSLError|SSLHandshakeException|SSLCertVerification|WRONG_VERSION_NUMBER|wrong version number|CERT_HAS_EXPIRED|AuthenticationException.{0,80}remote certificate|RemoteCertificate|ssl handshake|handshake failure|schannel|certificate (?:has )?expired|EPROTO|SSL routines|UntrustedRoot|PartialChain|DEPTH_ZERO/i,
    source: 'OpenSSL, Go, .NET, Java wordings (2025)',
  },
  {
    id: 'proxy-failed',
    says: 'A proxy stands between and breaks the call.',
    scope: 'error',
    pattern:
      /ProxyError|proxy authentication|\b407\b|tunnel connection failed|cannot connect to proxy|unable to connect to (?:the )?proxy|tunneling socket|ERR_PROXY|ECONNREFUSED.{0,40}(?:proxy|127\.0\.0\.1:(?:7890|8080|8888|3128|1080|10809))|(?:corporate|company|behind a|http|https|system|zscaler|netskope)[- ]proxy|zscaler|https?_proxy|unknown scheme for proxy|\bproxies\b.{0,30}(?:error|fail)|socks/i,
    source: 'requests, httpx, Node tunnel wordings (2025)',
  },
  {
    id: 'connection-failed',
    says: 'No answer came: the connection failed.',
    scope: 'error',
    pattern:
      /APIConnectionError|connection error|ECONNREFUSED|ECONNRESET|connection refused|connection reset|fetch failed|failed to fetch|network error|ConnectError|ConnectTimeout|ETIMEDOUT|socket hang up|connection (?:was )?(?:aborted|closed)|remote end closed|error sending request|ServiceRequestError|No connection could be made|Unable to connect|Premature close/i,
    source: 'openai, httpx, Node, reqwest wordings (2025)',
  },
  {
    id: 'timed-out',
    says: 'No answer came in time.',
    scope: 'error',
    pattern:
      /timed out|APITimeoutError|ReadTimeout|\b408\b|operation was timeout|TaskCanceledException|deadline exceeded|HttpClient\.Timeout|ETIMEDOUT|request timeout/i,
    source: 'gh:langgenius/dify-official-plugins#2199 (2025)',
  },
  {
    id: 'headers-too-large',
    says: 'The request headers are too many or too long.',
    scope: 'error',
    pattern:
      /\b431\b|request header fields too large|limit request headers fields|request header (?:or cookie )?too large|headers? (?:is |are |was |were )?too (?:large|big|long|many)|too many (?:request |custom )?headers|header (?:size|count|fields?).{0,20}(?:exceed|limit)/i,
    source: 'gh:openai/openai-python#1096 (2024), gh:Azure-Samples/azure-search-openai-javascript#208',
  },
  {
    id: 'response-headers-overflow',
    says: "The answer's headers, not the request's, are too large for the client.",
    scope: 'error',
    pattern: /UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW/i,
    source: 'Node http, undici (2025)',
  },
] as const satisfies readonly MessageSignal[];
