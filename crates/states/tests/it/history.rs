//! Pages of the history.

use lirio_api::AwsError;
use lirio_api::stepfunctions::{self as sfn, ops};
use serde_json::json;

use crate::rig::Rig;

async fn pages(rig: &Rig, execution: &str, size: i64, reverse: bool) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut next_token = None;
    loop {
        let input = sfn::GetExecutionHistoryInput {
            execution_arn: execution.into(),
            max_results: Some(size),
            reverse_order: Some(reverse),
            next_token,
            include_execution_data: None,
        };
        let page = rig.call(ops::GetExecutionHistory, input).await.unwrap();
        assert!(page.events.len() <= usize::try_from(size).unwrap());
        ids.extend(page.events.iter().map(|event| event.id));
        next_token = page.next_token;
        if next_token.is_none() {
            return ids;
        }
    }
}

#[tokio::test]
async fn pages_of_every_size_and_both_ways() {
    let rig = Rig::new(|operation, _, _| Err(AwsError::internal(operation)));
    let mut states = serde_json::Map::new();
    for n in 0..12 {
        let state = match n % 3 {
            0 => json!({"Type": "Wait", "Seconds": 1, "Next": format!("S{}", n + 1)}),
            _ => json!({"Type": "Pass", "Next": format!("S{}", n + 1)}),
        };
        states.insert(format!("S{n}"), state);
    }
    states.insert("S12".into(), json!({"Type": "Succeed"}));
    let machine = rig.create("m", &json!({"StartAt": "S0", "States": states})).await.unwrap();
    let execution = rig.start(&machine, "e", &json!({"secret": 1})).await.unwrap();
    assert_eq!(rig.ended(&execution).await.status, "SUCCEEDED");
    let all = pages(&rig, &execution, 1000, false).await;
    assert_eq!(all, (1..=all.len() as i64).collect::<Vec<_>>());
    let newest_first: Vec<i64> = all.iter().rev().copied().collect();
    for size in [1, 2, 3, 7, 28, 29] {
        assert_eq!(pages(&rig, &execution, size, false).await, all, "{size}");
        assert_eq!(pages(&rig, &execution, size, true).await, newest_first, "{size}");
    }
    let input = sfn::GetExecutionHistoryInput {
        execution_arn: execution.clone(),
        include_execution_data: Some(false),
        ..Default::default()
    };
    let events = rig.call(ops::GetExecutionHistory, input).await.unwrap().events;
    assert_eq!(events[0].execution_started_event_details.as_ref().unwrap().input, None);
    let first = &rig.history(&execution).await[0];
    let details = first.execution_started_event_details.as_ref().unwrap();
    assert_eq!(details.input.as_deref(), Some("{\"secret\":1}"));
}
