//! Versions and aliases.

use lirio_api::AwsError;
use lirio_api::stepfunctions::{self as sfn, ops};
use serde_json::{Value as Json, json};

use crate::rig::Rig;

fn definition(result: &str) -> Json {
    json!({"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": result, "End": true}}})
}

async fn published(rig: &Rig, name: &str, versions: u64) -> String {
    let arn = rig.create(name, &definition("v0")).await.unwrap();
    for version in 1..=versions {
        let update = sfn::UpdateStateMachineInput {
            state_machine_arn: arn.clone(),
            definition: Some(definition(&format!("v{version}")).to_string()),
            publish: Some(true),
            ..Default::default()
        };
        let output = rig.call(ops::UpdateStateMachine, update).await.unwrap();
        assert_eq!(output.state_machine_version_arn, Some(format!("{arn}:{version}")));
    }
    arn
}

fn alias(name: &str, routes: &[(&str, i64)]) -> sfn::CreateStateMachineAliasInput {
    let item = |(arn, weight): &(&str, i64)| sfn::RoutingConfigurationListItem {
        state_machine_version_arn: (*arn).to_owned(),
        weight: *weight,
    };
    sfn::CreateStateMachineAliasInput {
        name: name.into(),
        description: None,
        routing_configuration: routes.iter().map(item).collect(),
    }
}

fn code<T>(result: Result<T, AwsError>) -> String {
    result.err().map(|error| error.code.into_owned()).unwrap_or_default()
}

#[tokio::test]
async fn a_version_stays_what_it_was() {
    let rig = Rig::new(|operation, _, _| Err(AwsError::internal(operation)));
    let arn = published(&rig, "m", 2).await;
    let first = format!("{arn}:1");
    let execution = rig.start(&first, "e", &json!({})).await.unwrap();
    let described = rig.ended(&execution).await;
    assert_eq!(described.output.as_deref(), Some("\"v1\""));
    assert_eq!(
        (described.state_machine_arn, described.state_machine_version_arn),
        (arn.clone(), Some(first.clone()))
    );
    let current = rig.start(&arn, "f", &json!({})).await.unwrap();
    assert_eq!(rig.ended(&current).await.output.as_deref(), Some("\"v2\""));

    let listed = async |arn: &str, status: Option<&str>| {
        let input = sfn::ListExecutionsInput {
            state_machine_arn: Some(arn.into()),
            status_filter: status.map(str::to_owned),
            ..Default::default()
        };
        let page = rig.call(ops::ListExecutions, input).await.unwrap();
        page.executions.into_iter().map(|e| e.name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(listed(&first, None).await, "e");
    assert_eq!(listed(&first, Some("SUCCEEDED")).await, "e");
    assert_eq!(listed(&first, Some("RUNNING")).await, "");
    assert_eq!(listed(&format!("{arn}:2"), None).await, "");

    let describe = sfn::DescribeStateMachineInput { state_machine_arn: first.clone(), included_data: None };
    let described = rig.call(ops::DescribeStateMachine, describe).await.unwrap();
    assert_eq!(
        (described.state_machine_arn, described.definition),
        (first.clone(), definition("v1").to_string())
    );

    // Numbers are not given twice, and a version that is gone cannot be started.
    let delete = |arn: String| sfn::DeleteStateMachineVersionInput { state_machine_version_arn: arn };
    rig.call(ops::DeleteStateMachineVersion, delete(format!("{arn}:2"))).await.unwrap();
    let publish = |revision: Option<&str>| sfn::PublishStateMachineVersionInput {
        state_machine_arn: arn.clone(),
        revision_id: revision.map(str::to_owned),
        description: None,
    };
    let again = rig.call(ops::PublishStateMachineVersion, publish(None)).await.unwrap();
    assert_eq!(again.state_machine_version_arn, format!("{arn}:3"));
    let idempotent = rig.call(ops::PublishStateMachineVersion, publish(None)).await.unwrap();
    assert_eq!(idempotent, again);
    assert_eq!(
        code(rig.call(ops::PublishStateMachineVersion, publish(Some("INITIAL"))).await),
        "ConflictException"
    );
    assert_eq!(code(rig.start(&format!("{arn}:2"), "g", &json!({})).await), "StateMachineDoesNotExist");
    let list = sfn::ListStateMachineVersionsInput { state_machine_arn: arn.clone(), ..Default::default() };
    let versions = rig.call(ops::ListStateMachineVersions, list).await.unwrap().state_machine_versions;
    let versions: Vec<_> = versions.into_iter().map(|v| v.state_machine_version_arn).collect();
    assert_eq!(versions, [format!("{arn}:3"), first]);
}

#[tokio::test]
async fn aliases_route_and_protect() {
    let rig = Rig::new(|operation, _, _| Err(AwsError::internal(operation)));
    let arn = published(&rig, "m", 2).await;
    let (first, second) = (format!("{arn}:1"), format!("{arn}:2"));
    let create = async |input| rig.call(ops::CreateStateMachineAlias, input).await;
    let prod = create(alias("PROD", &[(&first, 100)])).await.unwrap().state_machine_alias_arn;
    assert_eq!(prod, format!("{arn}:PROD"));
    create(alias("PROD", &[(&first, 100)])).await.unwrap();
    assert_eq!(code(create(alias("PROD", &[(&second, 100)])).await), "ConflictException");
    assert_eq!(code(create(alias("7", &[(&second, 100)])).await), "ValidationException");
    assert_eq!(code(create(alias("x", &[(&second, 99)])).await), "ValidationException");
    assert_eq!(code(create(alias("x", &[(&arn, 100)])).await), "ValidationException");
    assert_eq!(code(create(alias("x", &[(&format!("{arn}:9"), 100)])).await), "ResourceNotFound");

    let execution = rig.start(&prod, "e", &json!({})).await.unwrap();
    let described = rig.ended(&execution).await;
    assert_eq!(described.output.as_deref(), Some("\"v1\""));
    assert_eq!(described.state_machine_version_arn.as_deref(), Some(first.as_str()));
    assert_eq!(described.state_machine_alias_arn.as_deref(), Some(prod.as_str()));

    let delete = |arn: &str| sfn::DeleteStateMachineVersionInput { state_machine_version_arn: arn.into() };
    let refused = rig.call(ops::DeleteStateMachineVersion, delete(&first)).await.unwrap_err();
    assert_eq!(refused.code, "ConflictException");
    assert!(refused.message.contains(&prod), "{}", refused.message);

    let routes = alias("PROD", &[(&first, 0), (&second, 100)]).routing_configuration;
    let update = sfn::UpdateStateMachineAliasInput {
        state_machine_alias_arn: prod.clone(),
        description: Some("to the second".into()),
        routing_configuration: Some(routes.clone()),
    };
    rig.call(ops::UpdateStateMachineAlias, update).await.unwrap();
    let describe = sfn::DescribeStateMachineAliasInput { state_machine_alias_arn: prod.clone() };
    let described = rig.call(ops::DescribeStateMachineAlias, describe.clone()).await.unwrap();
    assert_eq!(
        (described.routing_configuration, described.description),
        (Some(routes), Some("to the second".into()))
    );
    let execution = rig.start(&prod, "f", &json!({})).await.unwrap();
    assert_eq!(rig.ended(&execution).await.output.as_deref(), Some("\"v2\""));

    let list = sfn::ListStateMachineAliasesInput { state_machine_arn: second, ..Default::default() };
    assert_eq!(rig.call(ops::ListStateMachineAliases, list).await.unwrap().state_machine_aliases.len(), 1);
    rig.call(ops::DeleteStateMachine, sfn::DeleteStateMachineInput { state_machine_arn: arn }).await.unwrap();
    assert_eq!(code(rig.call(ops::DescribeStateMachineAlias, describe).await), "ResourceNotFound");
}
