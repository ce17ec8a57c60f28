import { cacheControl, HASHED_FOLDERS, type Headers, PARTS_OF_PAGES, securityHeaders, SHARED_FILES } from '../../hosting/headers.ts';
import type { SitePolicy } from '../../hosting/policy.ts';
import { edgeFunction } from './edge.ts';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const NOT_CACHED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const CACHED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
/** All of a request that the endpoint reads. What else browsers say of themselves goes no further than CloudFront. */
export const PASSED_ON = ['content-type', 'origin', 'sec-fetch-site', 'cloudfront-viewer-address'];
/** What S3 and Lambda add to answers. */
const TAKEN_AWAY = ['Server', 'Last-Modified', 'ETag', 'x-amz-server-side-encryption', 'x-amzn-RequestId', 'x-amzn-Trace-Id'];

/** Headers that CloudFront has members of their own for. */
const OF_ITS_OWN = ['Content-Security-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options', 'Referrer-Policy', 'X-Frame-Options'];

export interface Behaviour {
  /** `*` for all addresses that no other names. */
  pattern: string;
  headers: Headers;
}

/** The headers of each kind of address, the most exact pattern first, as CloudFront wants them. */
export function behaviours(policy: SitePolicy): Behaviour[] {
  const of = (path: string): Headers => {
    const isHashed = HASHED_FOLDERS.some((folder) => path.startsWith(folder));
    const isNeverKept = policy.noStore.some((start) => path.startsWith(start));
    return {
      ...securityHeaders(path, policy),
      'Cache-Control': isHashed || isNeverKept ? cacheControl(path, policy) : cacheControl('/', policy),
    };
  };
  const starts = [...PARTS_OF_PAGES, ...policy.noStore.filter((start) => start !== '/api/'), ...policy.mediaPages];
  const patterns = [
    ...SHARED_FILES,
    ...policy.wasmPages,
    ...starts.sort((one, other) => other.length - one.length).map((start) => `${start}*`),
  ];
  return [...patterns.map((pattern) => ({ pattern, headers: of(pattern.replace('*', '')) })), { pattern: '*', headers: of('/') }];
}

function headersPolicy(name: string, headers: Headers) {
  const frame = headers['X-Frame-Options'];
  const custom = Object.entries(headers).filter(([header]) => !OF_ITS_OWN.includes(header));
  return {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: { 'Fn::Sub': `\${AWS::StackName}-${name}` },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: headers['Content-Security-Policy'], Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Preload: true, Override: true },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { ReferrerPolicy: headers['Referrer-Policy'], Override: true },
          ...(frame !== undefined && { FrameOptions: { FrameOption: frame, Override: true } }),
        },
        CustomHeadersConfig: { Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })) },
        RemoveHeadersConfig: { Items: TAKEN_AWAY.map((Header) => ({ Header })) },
      },
    },
  };
}

const SEALED = {
  BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
  PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
};
const inReports = (path: string) => ({ 'Fn::Sub': `\${Reports.Arn}${path}` });

/** The endpoint: bucket, rights, function and its address. The role may not write logs, so there are none. */
function endpoint() {
  const rights = [
    { Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: inReports('/*') },
    { Effect: 'Allow', Action: 's3:DeleteObject', Resource: inReports('/probe/*') },
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: inReports('') },
  ];
  return {
    Reports: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        ...SEALED,
        LifecycleConfiguration: { Rules: [{ Id: 'purge', Prefix: 'r/', Status: 'Enabled', ExpirationInDays: 181 }] },
      },
    },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [{ PolicyName: 'reports', PolicyDocument: { Version: '2012-10-17', Statement: rights } }],
      },
    },
    Endpoint: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'reports.handler',
        Code: { S3Bucket: { Ref: 'CodeBucket' }, S3Key: { Ref: 'CodeKey' } },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        MemorySize: 1_024,
        Timeout: 30,
        ReservedConcurrentExecutions: 20,
        TracingConfig: { Mode: 'PassThrough' },
        Environment: {
          Variables: {
            REPORTS_S3_BUCKET: { 'Fn::Sub': 'https://${Reports.RegionalDomainName}' },
            REPORTS_S3_REGION: { Ref: 'AWS::Region' },
            REPORTS_SECRET: { Ref: 'Secret' },
            REPORTS_BEHIND_CLOUDFRONT: '1',
          },
        },
      },
    },
    EndpointUrl: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Endpoint', 'Arn'] } } },
    MayAskUrl: {
      Type: 'AWS::Lambda::Permission',
      Properties: { FunctionName: { Ref: 'Endpoint' }, Principal: '*', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
    },
    MayAskEndpoint: {
      Type: 'AWS::Lambda::Permission',
      Properties: { FunctionName: { Ref: 'Endpoint' }, Principal: '*', Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
    },
  };
}

function site(policy: SitePolicy) {
  const all = behaviours(policy);
  const texts = [...new Set(all.map(({ headers }) => JSON.stringify(headers)))];
  const policies = texts.map((text, index) => [`Headers${index}`, headersPolicy(`headers-${index}`, JSON.parse(text) as Headers)] as const);
  const common = { TargetOriginId: 'files', ViewerProtocolPolicy: 'redirect-to-https', Compress: true, CachePolicyId: CACHED };
  const edge = { FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Edge', 'FunctionARN'] } }] };
  const behaviour = ({ pattern, headers }: Behaviour) => ({
    ...(pattern !== '*' && { PathPattern: pattern }),
    ...common,
    ...edge,
    ResponseHeadersPolicyId: { Ref: `Headers${texts.indexOf(JSON.stringify(headers))}` },
  });
  const reports = {
    PathPattern: '/api/*',
    TargetOriginId: 'endpoint',
    ViewerProtocolPolicy: 'https-only',
    AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'],
    Compress: false,
    CachePolicyId: NOT_CACHED,
    OriginRequestPolicyId: { Ref: 'PassedOn' },
  };
  const urlHost = { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['EndpointUrl', 'FunctionUrl'] }] }] };
  return {
    ...Object.fromEntries(policies),
    Edge: {
      Type: 'AWS::CloudFront::Function',
      Properties: {
        Name: { 'Fn::Sub': '${AWS::StackName}-edge' },
        AutoPublish: true,
        FunctionConfig: { Comment: 'redirects and pages', Runtime: 'cloudfront-js-2.0' },
        FunctionCode: edgeFunction(policy),
      },
    },
    PassedOn: {
      Type: 'AWS::CloudFront::OriginRequestPolicy',
      Properties: {
        OriginRequestPolicyConfig: {
          Name: { 'Fn::Sub': '${AWS::StackName}-passed-on' },
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: PASSED_ON },
          CookiesConfig: { CookieBehavior: 'all' },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
        },
      },
    },
    Files: { Type: 'AWS::S3::Bucket', Properties: SEALED },
    FilesRead: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Files' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'cloudfront.amazonaws.com' },
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: [{ 'Fn::Sub': '${Files.Arn}/*' }, { 'Fn::GetAtt': ['Files', 'Arn'] }],
              Condition: {
                StringEquals: { 'AWS:SourceArn': { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Site}' } },
              },
            },
          ],
        },
      },
    },
    FilesAccess: {
      Type: 'AWS::CloudFront::OriginAccessControl',
      Properties: {
        OriginAccessControlConfig: {
          Name: { 'Fn::Sub': '${AWS::StackName}-files' },
          OriginAccessControlOriginType: 's3',
          SigningBehavior: 'always',
          SigningProtocol: 'sigv4',
        },
      },
    },
    Site: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          Aliases: [{ Ref: 'Domain' }],
          HttpVersion: 'http2and3',
          IPV6Enabled: true,
          PriceClass: 'PriceClass_100',
          ViewerCertificate: {
            AcmCertificateArn: { Ref: 'Certificate' },
            SslSupportMethod: 'sni-only',
            MinimumProtocolVersion: 'TLSv1.2_2021',
          },
          Origins: [
            {
              Id: 'files',
              DomainName: { 'Fn::GetAtt': ['Files', 'RegionalDomainName'] },
              OriginAccessControlId: { 'Fn::GetAtt': ['FilesAccess', 'Id'] },
              S3OriginConfig: {},
            },
            {
              Id: 'endpoint',
              DomainName: urlHost,
              CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            },
          ],
          DefaultCacheBehavior: all.filter(({ pattern }) => pattern === '*').map(behaviour)[0],
          CacheBehaviors: [reports, ...all.filter(({ pattern }) => pattern !== '*').map(behaviour)],
          CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 404, ResponsePagePath: '/404.html', ErrorCachingMinTTL: 60 }],
        },
      },
    },
  };
}

const text = (Description: string, more = {}) => ({ Type: 'String', Description, ...more });

/** A template of CloudFormation for the whole site. No logs are named in it: CloudFront, S3 and Lambda keep none unless told to. */
export function cloudFormation(policy: SitePolicy): object {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'A static site and its report endpoint. Written by npm run deploy:bundle -- lambda.',
    Parameters: {
      Domain: text('Host name of the site'),
      Certificate: text('Certificate of the host name, made in us-east-1'),
      CodeBucket: text('Bucket that holds reports.zip'),
      CodeKey: text('Name of reports.zip in it; another one for each version'),
      Secret: text('head -c 32 /dev/urandom | base64', { NoEcho: true, MinLength: 44 }),
    },
    Resources: { ...endpoint(), ...site(policy) },
    Outputs: {
      Files: { Value: { Ref: 'Files' } },
      Reports: { Value: { Ref: 'Reports' } },
      Site: { Value: { 'Fn::GetAtt': ['Site', 'DomainName'] } },
    },
  };
}
