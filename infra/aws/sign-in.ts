import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

/** How tokens for the page come about. */
export interface PageClient {
  issuer: string
  clientId: string
  /** Origin of the authorization and token endpoints. */
  origin: string
}

/**
 * Who officers are: a Cognito user pool, which outlives the stack. What they may do is the registry's
 * own membership, so the pool knows no groups.
 *
 * Accounts are made by an operator. A second factor (a TOTP app, no SMS) is required: a signature in
 * this registry is an act of office, and passwords get shared.
 */
export class SignIn extends Construct {
  readonly origin: string
  readonly poolId: string
  private readonly pool: UserPool

  constructor(scope: Construct, id: string, { prefix }: { prefix: string | undefined }) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      userInvitation: {
        emailSubject: 'Akun Petak Anda',
        emailBody:
          'Nama akun: {username}<br>Kata sandi sementara, berlaku 3 hari: {####}<br>Buka Petak, masuk, lalu buat kata sandi Anda sendiri.',
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const domainPrefix = prefix ?? `petak-${Aws.ACCOUNT_ID}` // unique within the region
    this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN, // speaks Indonesian
    })
    this.origin = `https://${domainPrefix}.auth.${Aws.REGION}.amazoncognito.com`
    this.poolId = this.pool.userPoolId
  }

  /** The page at `siteOrigin` as a public client: authorization code with PKCE and nothing else. */
  addPage(siteOrigin: string): PageClient {
    const client = this.pool.addClient('Page', {
      generateSecret: false,
      authFlows: { userSrp: false }, // none but the refresh of tokens: passwords stay with Cognito
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${siteOrigin}/masuk`],
        logoutUrls: [`${siteOrigin}/`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12), // a working day
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    })
    new CfnManagedLoginBranding(this, 'Look', {
      userPoolId: this.poolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    return {
      issuer: this.pool.userPoolProviderUrl,
      clientId: client.userPoolClientId,
      origin: this.origin,
    }
  }
}
