//! What holds of any policies.

use lirio_policy::{Context, Document, Kind, Outcome, Policies, Policy, Principal, Request, evaluate};
use proptest::prelude::*;

fn statement(kind: Kind) -> impl Strategy<Value = String> {
    let effect = prop_oneof![3 => Just("Allow"), 1 => Just("Deny")];
    let action = "(Action|NotAction)\": \"(\\*|a:[bc*?]{1,2})";
    let resource = "(Resource|NotResource)\": \"(\\*|arn:aws:a:::[bc*?]{1,2}|arn:aws:a:::\\$\\{k\\})";
    let condition = prop_oneof![
        3 => Just(""),
        1 => Just(r#", "Condition": {"StringEquals": {"x:k": "b"}}"#),
        1 => Just(r#", "Condition": {"StringNotLike": {"x:k": "${x:k}"}}"#),
        1 => Just(r#", "Condition": {"Null": {"x:k": true}}"#),
    ];
    let whom = prop_oneof![
        Just(r#""*""#),
        Just(r#"{"AWS": "111111111111"}"#),
        Just(r#"{"AWS": "arn:aws:iam::111111111111:user/u"}"#),
        Just(r#"{"AWS": "arn:aws:iam::111111111111:role/r"}"#),
        Just(r#"{"AWS": "arn:aws:sts::111111111111:assumed-role/r/s"}"#),
        Just(r#"{"Service": "a.amazonaws.com"}"#),
    ];
    (effect, action, resource, condition, whom).prop_map(
        move |(effect, action, resource, condition, whom)| {
            let whom =
                if kind == Kind::Resource { format!("\"Principal\": {whom}, ") } else { String::new() };
            format!(r#"{{{whom}"Effect": "{effect}", "{action}", "{resource}"{condition}}}"#)
        },
    )
}

fn document(kind: Kind) -> impl Strategy<Value = Document> {
    prop::collection::vec(statement(kind), 1..4).prop_map(move |statements| read(kind, &statements))
}

fn read(kind: Kind, statements: &[String]) -> Document {
    let text = format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.join(","));
    Document::parse(&text, kind).unwrap_or_else(|error| panic!("{}: {error}: {text}", error.location()))
}

fn principal() -> impl Strategy<Value = Principal> {
    prop_oneof![
        Just(Principal::AccountRoot { account: "111111111111".into() }),
        Just(Principal::User { arn: "arn:aws:iam::111111111111:user/u".into() }),
        Just(Principal::RoleSession {
            role_arn: "arn:aws:iam::111111111111:role/r".into(),
            session_name: "s".into()
        }),
        Just(Principal::Service { name: "a.amazonaws.com".into() }),
        Just(Principal::Anonymous),
        ".{0,20}".prop_map(|arn| Principal::User { arn }),
    ]
}

fn context() -> impl Strategy<Value = Context> {
    prop::collection::vec("[bc]", 0..3).prop_map(|values| Context::new().with("x:k", values))
}

#[derive(Debug, Clone)]
struct World {
    principal: Principal,
    context: Context,
    identity: Vec<Document>,
    resource: Option<Document>,
    boundary: Option<Document>,
    session: Vec<Document>,
    service_control: Vec<Document>,
    owner: Option<&'static str>,
}

impl World {
    fn outcome(&self) -> Outcome {
        let named = |document| Policy { name: "p", document };
        let policies = Policies {
            identity: self.identity.iter().map(named).collect(),
            resource: self.resource.as_ref().map(named),
            resource_account: self.owner,
            boundary: self.boundary.as_ref().map(named),
            session: self.session.iter().map(named).collect(),
            service_control: self.service_control.iter().map(|it| vec![named(it)]).collect(),
        };
        let request = Request {
            principal: &self.principal,
            action: "a:b",
            resource: "arn:aws:a:::b",
            context: &self.context,
        };
        let decision = evaluate(&request, &policies);
        let (_, _) = (decision.explain(&request), decision.detail());
        decision.outcome
    }
}

fn world() -> impl Strategy<Value = World> {
    let own = || document(Kind::Identity);
    let some = || prop::collection::vec(own(), 0..2);
    (
        principal(),
        context(),
        prop::collection::vec(own(), 0..3),
        prop::option::of(document(Kind::Resource)),
        prop::option::of(own()),
        some(),
        some(),
        prop_oneof![Just(None), Just(Some("111111111111")), Just(Some("222222222222"))],
    )
        .prop_map(
            |(principal, context, identity, resource, boundary, session, service_control, owner)| World {
                principal,
                context,
                identity,
                resource,
                boundary,
                session,
                service_control,
                owner,
            },
        )
}

const DENY: &str = r#"{"Effect": "Deny", "Action": "*", "Resource": "*"}"#;
const ALLOW: &str = r#"{"Effect": "Allow", "Action": "*", "Resource": "*"}"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,80}") {
        for kind in [Kind::Identity, Kind::Resource, Kind::Trust] {
            let _ = Document::parse(&text, kind);
        }
    }

    #[test]
    fn a_cut_document_is_refused(statement in statement(Kind::Resource), cut in 0.0f64..1.0) {
        let text = format!(r#"{{"Statement": {statement}}}"#);
        let at = (text.len() as f64 * cut) as usize;
        prop_assert!(Document::parse(&text[..at], Kind::Resource).is_err());
    }

    #[test]
    fn a_deny_wins_wherever_it_stands(world in world(), place in 0..5) {
        let mut denied = world;
        let deny = || read(Kind::Identity, &[DENY.to_owned()]);
        match place {
            0 => denied.identity.push(deny()),
            1 => denied.session.push(deny()),
            2 => denied.boundary = Some(deny()),
            3 => denied.resource = Some(read(Kind::Resource, &[DENY.replace('{', r#"{"Principal": "*", "#)])),
            _ => denied.service_control.push(deny()),
        }
        // Only service control policies pass over those who belong to no account.
        if place != 4 || denied.principal.account().is_some() {
            prop_assert_eq!(denied.outcome(), Outcome::ExplicitDeny);
        }
    }

    #[test]
    fn one_more_allow_takes_nothing_away(world in world()) {
        let before = world.outcome();
        let mut more = world;
        more.identity.push(read(Kind::Identity, &[ALLOW.to_owned()]));
        // A first session policy or boundary would be a new limit; one more beside others is not.
        if !more.session.is_empty() {
            more.session.push(read(Kind::Identity, &[ALLOW.to_owned()]));
        }
        let after = more.outcome();
        prop_assert_eq!(before == Outcome::ExplicitDeny, after == Outcome::ExplicitDeny);
        if before == Outcome::Allowed {
            prop_assert_eq!(after, Outcome::Allowed);
        }
    }

    #[test]
    fn nothing_grants_without_a_statement(principal in principal(), context in context()) {
        let root = matches!(principal, Principal::AccountRoot { .. });
        let world = World {
            principal, context, identity: vec![], resource: None, boundary: None, session: vec![],
            service_control: vec![], owner: None,
        };
        prop_assert_eq!(world.outcome() == Outcome::Allowed, root);
    }
}
