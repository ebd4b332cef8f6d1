//! Requests and their decisions, case by case of the published logic.

use lirio_policy::{Context, Document, Kind, Outcome, Policies, Policy, Principal, Request, evaluate};

const OWN: &str = "111111111111";
const OTHER: &str = "222222222222";
const OBJECT: &str = "arn:aws:s3:::data/iris.csv";
const ALLOW: &str = r#""Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::data/*""#;
const DENY: &str = r#""Effect": "Deny", "Action": "s3:*", "Resource": "*", "Sid": "No""#;
const NOTHING: &str = r#""Effect": "Allow", "Action": "sqs:*", "Resource": "*""#;

fn document(members: &str, kind: Kind) -> Document {
    let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{{{members}}}]}}"#);
    Document::parse(&text, kind).unwrap_or_else(|error| panic!("{}: {error}: {text}", error.location()))
}

fn user() -> Principal {
    Principal::User { arn: format!("arn:aws:iam::{OWN}:user/team/ann") }
}

fn session() -> Principal {
    let role_arn = format!("arn:aws:iam::{OWN}:role/path/Trainer");
    Principal::RoleSession { role_arn, session_name: "job-1".into() }
}

fn root() -> Principal {
    Principal::AccountRoot { account: OWN.into() }
}

fn service() -> Principal {
    Principal::Service { name: "events.amazonaws.com".into() }
}

/// The policies of a case; an empty text stands for none.
#[derive(Default, Clone, Copy)]
struct Case<'a> {
    identity: &'a str,
    /// The value of `Principal` and the rest of the statement.
    resource: (&'a str, &'a str),
    trust: &'a str,
    owner: Option<&'a str>,
    boundary: &'a str,
    session: &'a str,
    service_control: &'a str,
}

fn check(principal: &Principal, case: Case<'_>, expected: &str) {
    let read = |text: &str, kind| (!text.is_empty()).then(|| document(text, kind));
    let named = |name, document: &'static Option<Document>| {
        document.as_ref().map(|document| Policy { name, document })
    };
    // Leaked so that the table can stay a table; a test process is short.
    let keep = |document: Option<Document>| -> &'static Option<Document> { Box::leak(Box::new(document)) };
    let (whom, what) = case.resource;
    let resource = if whom.is_empty() { String::new() } else { format!("\"Principal\": {whom}, {what}") };
    let trust = if case.trust.is_empty() {
        String::new()
    } else {
        format!(r#""Principal": {}, "Effect": "Allow", "Action": "sts:AssumeRole""#, case.trust)
    };
    let action = if trust.is_empty() { "s3:PutObject" } else { "sts:AssumeRole" };
    let policies = Policies {
        identity: named("identity", keep(read(case.identity, Kind::Identity))).into_iter().collect(),
        resource: named("resource", keep(read(&resource, Kind::Resource)))
            .or(named("trust", keep(read(&trust, Kind::Trust)))),
        resource_account: case.owner,
        boundary: named("boundary", keep(read(case.boundary, Kind::Identity))),
        session: named("session", keep(read(case.session, Kind::Identity))).into_iter().collect(),
        service_control: named("scp", keep(read(case.service_control, Kind::Identity)))
            .map(|policy| vec![policy])
            .into_iter()
            .collect(),
    };
    assert_eq!(policies.misplaced(), None);
    let context = Context::new();
    let request = Request { principal, action, resource: OBJECT, context: &context };
    let decision = evaluate(&request, &policies);
    let text = decision.explain(&request);
    let (_, because) = text.split_once(&format!("on resource: {OBJECT} ")).expect("the resource is named");
    let because = because.replace(&format!(" the {action} action"), "");
    assert_eq!(because, expected, "{text}");
    assert_eq!(decision.outcome == Outcome::Allowed, text.contains("is authorized"));
}

const GRANTED: &str = "because an identity-based policy allows";
const GRANTED_BY_RESOURCE: &str = "because a resource-based policy allows";

#[test]
fn one_account() {
    let none = Case::default();
    check(&user(), none, "because no identity-based policy allows");
    check(&user(), Case { identity: ALLOW, ..none }, GRANTED);
    check(&user(), Case { identity: NOTHING, ..none }, "because no identity-based policy allows");
    check(&user(), Case { identity: DENY, ..none }, "with an explicit deny in an identity-based policy");
    check(&root(), none, "because it is the root of the account");
    check(&root(), Case { boundary: NOTHING, ..none }, "because it is the root of the account");
    check(&service(), none, "because no resource-based policy allows");
    check(&Principal::Anonymous, none, "because no resource-based policy allows");
}

#[test]
fn limits() {
    let allowed = Case { identity: ALLOW, ..Case::default() };
    check(&user(), Case { boundary: ALLOW, ..allowed }, GRANTED);
    check(&user(), Case { boundary: NOTHING, ..allowed }, "because no permissions boundary allows");
    check(&user(), Case { boundary: DENY, ..allowed }, "with an explicit deny in a permissions boundary");
    check(&session(), Case { session: ALLOW, ..allowed }, GRANTED);
    check(&session(), Case { session: NOTHING, ..allowed }, "because no session policy allows");
    check(&session(), Case { session: DENY, ..allowed }, "with an explicit deny in a session policy");
    check(&user(), Case { service_control: ALLOW, ..allowed }, GRANTED);
    check(&user(), Case { service_control: NOTHING, ..allowed }, "because no service control policy allows");
    check(
        &root(),
        Case { service_control: DENY, ..allowed },
        "with an explicit deny in a service control policy",
    );
    check(&user(), Case { boundary: ALLOW, ..Case::default() }, "because no identity-based policy allows");
}

#[test]
fn resource_policies_in_one_account() {
    let ann = format!(r#"{{"AWS": "arn:aws:iam::{OWN}:user/team/ann"}}"#);
    let role = format!(r#"{{"AWS": "arn:aws:iam::{OWN}:role/path/Trainer"}}"#);
    let job = format!(r#"{{"AWS": "arn:aws:sts::{OWN}:assumed-role/Trainer/job-1"}}"#);
    let account = format!(r#"{{"AWS": "{OWN}"}}"#);
    let events = r#"{"Service": "events.amazonaws.com"}"#;
    let to = |whom| Case { resource: (whom, ALLOW), ..Case::default() };
    check(&user(), to(&ann), GRANTED_BY_RESOURCE);
    check(&user(), to(&role), "because no identity-based policy allows");
    check(&user(), Case { boundary: NOTHING, ..to(&ann) }, GRANTED_BY_RESOURCE);
    check(&user(), to(&account), "because no identity-based policy allows");
    check(&user(), Case { identity: ALLOW, ..to(&account) }, GRANTED);
    check(&session(), to(&role), GRANTED_BY_RESOURCE);
    check(&session(), Case { boundary: NOTHING, ..to(&role) }, "because no permissions boundary allows");
    check(&session(), Case { session: NOTHING, ..to(&role) }, "because no session policy allows");
    check(&session(), Case { boundary: NOTHING, session: NOTHING, ..to(&job) }, GRANTED_BY_RESOURCE);
    check(&session(), Case { boundary: DENY, ..to(&job) }, "with an explicit deny in a permissions boundary");
    check(&Principal::Anonymous, to(r#""*""#), GRANTED_BY_RESOURCE);
    check(&Principal::Anonymous, to(&account), "because no resource-based policy allows");
    check(&service(), to(events), GRANTED_BY_RESOURCE);
    let deny = |whom| Case { resource: (whom, DENY), identity: ALLOW, ..Case::default() };
    check(&user(), deny(&account), "with an explicit deny in a resource-based policy");
    check(&session(), deny(&ann), GRANTED);
    check(&root(), deny(r#""*""#), "with an explicit deny in a resource-based policy");
}

#[test]
fn two_accounts() {
    let account = format!(r#"{{"AWS": "arn:aws:iam::{OWN}:root"}}"#);
    let ann = format!(r#"{{"AWS": "arn:aws:iam::{OWN}:user/team/ann"}}"#);
    let far = Case { owner: Some(OTHER), ..Case::default() };
    check(&user(), far, "because no identity-based policy allows");
    check(&user(), Case { identity: ALLOW, ..far }, "because no resource-based policy allows");
    check(&user(), Case { resource: (&ann, ALLOW), ..far }, "because no identity-based policy allows");
    for whom in [&account, &ann] {
        let both = Case { identity: ALLOW, resource: (whom, ALLOW), ..far };
        check(&user(), both, GRANTED);
        check(&user(), Case { boundary: NOTHING, ..both }, "because no permissions boundary allows");
    }
    check(&root(), far, "because no resource-based policy allows");
    check(&root(), Case { resource: (&account, ALLOW), ..far }, GRANTED_BY_RESOURCE);
}

#[test]
fn trust_policies() {
    let assume = r#""Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*""#;
    let account = format!(r#"{{"AWS": "{OWN}"}}"#);
    let ann = format!(r#"{{"AWS": "arn:aws:iam::{OWN}:user/team/ann"}}"#);
    let events = r#"{"Service": "events.amazonaws.com"}"#;
    let trust = |trust| Case { trust, ..Case::default() };
    check(&service(), trust(events), "because the role trust policy allows");
    check(&user(), trust(events), "because no role trust policy allows");
    check(&user(), Case { identity: assume, ..trust(events) }, "because no role trust policy allows");
    check(&root(), trust(events), "because no role trust policy allows");
    check(&user(), trust(&ann), "because the role trust policy allows");
    check(&user(), trust(&account), "because no identity-based policy allows");
    check(&user(), Case { identity: assume, ..trust(&account) }, GRANTED);
    check(&user(), Case { owner: Some(OTHER), ..trust(&ann) }, "because no identity-based policy allows");
}

#[test]
fn statements_apply_by_element() {
    let context = Context::new().with("s3:prefix", ["home/ann/"]).with("aws:SourceIp", ["10.0.0.9"]);
    for (members, action, resource, expected) in [
        (r#""Action": "S3:put*", "Resource": "*""#, "s3:PutObject", OBJECT, true),
        (r#""Action": "s3:?etObject", "Resource": "*""#, "s3:PutObject", OBJECT, false),
        (r#""NotAction": "s3:Delete*", "Resource": "*""#, "s3:PutObject", OBJECT, true),
        (r#""NotAction": ["iam:*", "s3:Put*"], "Resource": "*""#, "s3:PutObject", OBJECT, false),
        (r#""Action": "*", "Resource": "arn:aws:s3:::DATA/*""#, "s3:PutObject", OBJECT, false),
        (r#""Action": "*", "NotResource": "arn:aws:s3:::data/*""#, "s3:PutObject", OBJECT, false),
        (r#""Action": "*", "NotResource": "arn:aws:s3:::${none}""#, "s3:PutObject", OBJECT, false),
        (
            r#""Action": "*", "Resource": "arn:aws:s3:::${aws:username}""#,
            "s3:ListBucket",
            "arn:aws:s3:::ann",
            true,
        ),
        (
            r#""Action": "*", "Resource": "arn:aws:s3:::${aws:username}""#,
            "s3:ListBucket",
            "arn:aws:s3:::bob",
            false,
        ),
        (
            r#""Action": "*", "Resource": "*", "Condition": {"StringLike": {"S3:Prefix": "home/${aws:username}/*"}}"#,
            "s3:ListBucket",
            OBJECT,
            true,
        ),
        (
            r#""Action": "*", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": ["192.168.0.0/16", "10.0.0.0/8"]}, "Bool": {"aws:SecureTransport": "true"}}"#,
            "s3:ListBucket",
            OBJECT,
            false,
        ),
        (
            r#""Action": "*", "Resource": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/team/*"}}"#,
            "s3:ListBucket",
            OBJECT,
            true,
        ),
        (r#""Action": "s3:ListAllMyBuckets", "Resource": "*""#, "s3:ListAllMyBuckets", "*", true),
        (
            r#""Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::data""#,
            "s3:ListAllMyBuckets",
            "*",
            false,
        ),
    ] {
        let document = document(&format!(r#""Effect": "Allow", {members}"#), Kind::Identity);
        let policies =
            Policies { identity: vec![Policy { name: "p", document: &document }], ..Policies::default() };
        let principal = user();
        let request = Request { principal: &principal, action, resource, context: &context };
        assert_eq!(evaluate(&request, &policies).is_allowed(), expected, "{members}");
    }
}

#[test]
fn decisions_are_explained() {
    let text = r#"{"Statement": [
        {"Effect": "Allow", "Action": "*", "Resource": "*"},
        {"Sid": "KeepData", "Effect": "Deny", "Action": "s3:Put*", "Resource": "*"}
    ]}"#;
    let document = Document::parse(text, Kind::Identity).expect("valid");
    let policies =
        Policies { identity: vec![Policy { name: "ReadOnly", document: &document }], ..Policies::default() };
    let (principal, context) = (session(), Context::new());
    let request =
        Request { principal: &principal, action: "s3:PutObject", resource: OBJECT, context: &context };
    let decision = evaluate(&request, &policies);
    assert_eq!(
        decision.explain(&request),
        "User: arn:aws:sts::111111111111:assumed-role/Trainer/job-1 is not authorized to perform: s3:PutObject on \
         resource: arn:aws:s3:::data/iris.csv with an explicit deny in an identity-based policy"
    );
    assert_eq!(decision.detail(), "statement 1 (KeepData) of the identity-based policy ReadOnly");
    let decision = evaluate(&request, &Policies::default());
    assert_eq!(
        decision.explain(&request),
        "User: arn:aws:sts::111111111111:assumed-role/Trainer/job-1 is not authorized to perform: s3:PutObject on \
         resource: arn:aws:s3:::data/iris.csv because no identity-based policy allows the s3:PutObject action"
    );
}

#[test]
fn misplaced_documents_are_found() {
    let trust = document(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": "*""#, Kind::Trust);
    let identity = document(ALLOW, Kind::Identity);
    let (trust, identity) =
        (Policy { name: "trust", document: &trust }, Policy { name: "identity", document: &identity });
    let wrong = Policies { identity: vec![identity, trust], ..Policies::default() };
    assert_eq!(wrong.misplaced(), Some("trust"));
    assert_eq!(Policies { resource: Some(identity), ..Policies::default() }.misplaced(), Some("identity"));
}

#[test]
fn what_is_not_known_neither_grants_nor_escapes() {
    let condition =
        r#""Action": "*", "Resource": "*", "Condition": {"StringNotEquals": {"x:team": "${x:none}"}}"#;
    let context = Context::new().with("x:team", ["a"]);
    for (effect, expected) in [("Allow", Outcome::ImplicitDeny), ("Deny", Outcome::ExplicitDeny)] {
        let document = document(&format!(r#""Effect": "{effect}", {condition}"#), Kind::Identity);
        let policies =
            Policies { identity: vec![Policy { name: "p", document: &document }], ..Policies::default() };
        let principal = user();
        let request =
            Request { principal: &principal, action: "s3:PutObject", resource: OBJECT, context: &context };
        assert_eq!(evaluate(&request, &policies).outcome, expected, "{effect}");
    }
}
