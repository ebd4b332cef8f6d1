//! Valid machines and what becomes of their tasks, made by chance.

use lirio_asl::{Data, ScheduleTask};
use lirio_asl_sim::{Happening, Plan};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// States in a row: each leads to the next, the last one ends.
#[derive(Debug, Clone)]
pub(crate) struct Chain(Vec<Link>);

/// A state without its name and without where it leads.
#[derive(Debug, Clone)]
struct Link {
    kind: Kind,
    jsonata: bool,
    input_path: u8,
    output_path: u8,
    result_path: u8,
    assigns: bool,
    /// How far ahead a second way out leads, if there is room.
    jump: usize,
}

#[derive(Debug, Clone)]
enum Kind {
    Pass {
        parameters: u8,
    },
    Wait {
        seconds: u32,
        by_path: bool,
    },
    Task {
        resource: u8,
        timeout: Option<u8>,
        heartbeat: bool,
        errors: Errors,
    },
    Choice {
        test: u8,
    },
    /// Goes back to the state before, so many times.
    Loop {
        times: u8,
    },
    Parallel {
        branches: Vec<Chain>,
        errors: Errors,
    },
    Map {
        processor: Chain,
        items: u8,
        concurrency: u8,
        distributed: bool,
        tolerated: u8,
        errors: Errors,
    },
    Succeed,
    Fail {
        by_path: bool,
    },
}

#[derive(Debug, Clone)]
struct Errors {
    retry: Option<(u8, u8, bool)>,
    catch: Option<u8>,
}

/// A chain whose Parallel and Map states nest so deep.
pub(crate) fn chain(depth: u32) -> BoxedStrategy<Chain> {
    vec(link(depth), 1..5).prop_map(Chain).boxed()
}

fn link(depth: u32) -> BoxedStrategy<Link> {
    // Most data flows on untouched, or few machines would get far.
    (kind(depth), any::<bool>(), 0..16u8, 0..16u8, 0..8u8, any::<bool>(), 1..4usize)
        .prop_map(|(kind, jsonata, input_path, output_path, result_path, assigns, jump)| Link {
            kind,
            jsonata,
            input_path,
            output_path,
            result_path,
            assigns,
            jump,
        })
        .boxed()
}

fn kind(depth: u32) -> BoxedStrategy<Kind> {
    let leaf = prop_oneof![
        3 => (0..6u8).prop_map(|parameters| Kind::Pass { parameters }),
        2 => (0..100_000u32, any::<bool>()).prop_map(|(seconds, by_path)| Kind::Wait { seconds, by_path }),
        4 => (0..6u8, proptest::option::of(1..100u8), any::<bool>(), errors()).prop_map(
            |(resource, timeout, heartbeat, errors)| Kind::Task { resource, timeout, heartbeat, errors }
        ),
        2 => (0..6u8).prop_map(|test| Kind::Choice { test }),
        1 => (1..4u8).prop_map(|times| Kind::Loop { times }),
        1 => Just(Kind::Succeed),
        1 => any::<bool>().prop_map(|by_path| Kind::Fail { by_path }),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    prop_oneof![
        6 => leaf,
        1 => (vec(chain(depth - 1), 1..4), errors())
            .prop_map(|(branches, errors)| Kind::Parallel { branches, errors }),
        2 => (chain(depth - 1), 0..5u8, 0..3u8, any::<bool>(), 0..3u8, errors()).prop_map(
            |(processor, items, concurrency, distributed, tolerated, errors)| Kind::Map {
                processor, items, concurrency, distributed, tolerated, errors
            }
        ),
    ]
    .boxed()
}

fn errors() -> impl Strategy<Value = Errors> {
    (proptest::option::of((0..4u8, 0..3u8, any::<bool>())), proptest::option::of(0..4u8))
        .prop_map(|(retry, catch)| Errors { retry, catch })
}

/// The text of a machine; with `jsonata`, that is the language of all its states.
pub(crate) fn definition(chain: &Chain, jsonata: bool, timeout: Option<u16>) -> String {
    let mut writer = Writer { names: 0, jsonata };
    let mut machine = writer.scope(chain);
    if jsonata {
        machine["QueryLanguage"] = "JSONata".into();
    }
    if let Some(seconds) = timeout {
        machine["TimeoutSeconds"] = (u32::from(seconds) + 1).into();
    }
    machine.to_string()
}

struct Writer {
    names: usize,
    jsonata: bool,
}

impl Writer {
    fn scope(&mut self, chain: &Chain) -> Value {
        let first = self.names;
        self.names += chain.0.len();
        let mut states = Map::new();
        for (i, link) in chain.0.iter().enumerate() {
            let name = format!("S{}", first + i);
            let last = i + 1 == chain.0.len();
            let after = (!last).then(|| format!("S{}", first + i + 1));
            // A second way out leads forward, or to the end of the chain.
            let other = (!last).then(|| format!("S{}", first + (i + link.jump).min(chain.0.len() - 1)));
            let before = format!("S{}", first + i.saturating_sub(1));
            states.insert(name, self.state(link, after.as_deref(), other.as_deref(), &before));
        }
        json!({"StartAt": format!("S{first}"), "States": states})
    }

    fn state(&mut self, link: &Link, after: Option<&str>, other: Option<&str>, before: &str) -> Value {
        // Only JSONata counts with variables that may not be there yet.
        let counts = matches!(link.kind, Kind::Loop { .. }) && after.is_some();
        let jsonata = link.jsonata || self.jsonata || counts;
        let mut state = match &link.kind {
            Kind::Pass { parameters } => pass(*parameters, jsonata),
            Kind::Wait { seconds, by_path } => match (by_path, jsonata) {
                (false, _) => json!({"Type": "Wait", "Seconds": seconds}),
                (true, false) => json!({"Type": "Wait", "SecondsPath": "$.n"}),
                (true, true) => json!({"Type": "Wait", "Seconds": "{% $states.input.n %}"}),
            },
            Kind::Task { resource, timeout, heartbeat, errors } => {
                let mut state = task(*resource, jsonata);
                if let Some(seconds) = timeout {
                    state["TimeoutSeconds"] = (seconds + 2).into();
                    if *heartbeat {
                        state["HeartbeatSeconds"] = (seconds / 3 + 1).into();
                    }
                }
                errors.write(&mut state, other, jsonata);
                state
            }
            // A choice at the end of a chain has nowhere to go.
            Kind::Choice { test } if other.is_some() => choice(*test, other.unwrap_or_default(), jsonata),
            Kind::Loop { times } if after.is_some() => looping(*times, before),
            Kind::Choice { test } | Kind::Loop { times: test } => pass(*test, jsonata),
            Kind::Parallel { branches, errors } => {
                let branches: Vec<Value> = branches.iter().map(|branch| self.scope(branch)).collect();
                let mut state = json!({"Type": "Parallel", "Branches": branches});
                errors.write(&mut state, other, jsonata);
                state
            }
            Kind::Map { processor, items, concurrency, distributed, tolerated, errors } => {
                let mut processor = self.scope(processor);
                let mut state = map(*items, *concurrency, jsonata);
                if *distributed {
                    processor["ProcessorConfig"] =
                        json!({"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"});
                    match tolerated {
                        1 => state["ToleratedFailureCount"] = 1.into(),
                        2 => state["ToleratedFailurePercentage"] = 50.into(),
                        _ => {}
                    }
                    if *items == 4 {
                        state["ItemBatcher"] = json!({"MaxItemsPerBatch": 2});
                    }
                }
                state["ItemProcessor"] = processor;
                errors.write(&mut state, other, jsonata);
                state
            }
            // A state that ends the execution must not cut off those that follow.
            Kind::Succeed if after.is_none() => json!({"Type": "Succeed"}),
            Kind::Fail { by_path: false } if after.is_none() => {
                json!({"Type": "Fail", "Error": "Chosen", "Cause": "the end"})
            }
            Kind::Fail { .. } if after.is_none() && jsonata => {
                json!({"Type": "Fail", "Error": "{% $states.input.error %}"})
            }
            Kind::Fail { .. } if after.is_none() => json!({"Type": "Fail", "ErrorPath": "$.error"}),
            Kind::Succeed | Kind::Fail { .. } => pass(0, jsonata),
        };
        let kind = state["Type"].as_str().unwrap_or_default().to_owned();
        if !["Choice", "Succeed", "Fail"].contains(&kind.as_str()) {
            match after {
                Some(name) => state["Next"] = name.into(),
                None => state["End"] = true.into(),
            }
        } else if kind == "Choice"
            && let Some(name) = after
        {
            state["Default"] = name.into();
        }
        if jsonata && !self.jsonata {
            state["QueryLanguage"] = "JSONata".into();
        }
        self.data_flow(&mut state, &kind, link, jsonata);
        state
    }

    fn data_flow(&self, state: &mut Value, kind: &str, link: &Link, jsonata: bool) {
        if kind == "Fail" {
            return;
        }
        if link.assigns && kind != "Succeed" {
            state["Assign"] = if jsonata {
                json!({"v": "{% $states.input %}", "n": "{% $exists($n) ? $n + 1 : 1 %}"})
            } else {
                json!({"v.$": "$", "n": 1})
            };
        }
        if jsonata {
            let outputs =
                ["", "{% $states.input %}", "{% $v.a[0] %}", "{% {'n': 1, 'list': [1..3]} %}", "{% 1/0 %}"];
            match outputs.get(usize::from(link.output_path)) {
                None | Some(&"") => {}
                Some(output) => state["Output"] = (*output).into(),
            }
            return;
        }
        let paths = [Value::Null, "$".into(), "$.a".into(), "$$.Execution.Input".into(), "$v".into()];
        if let Some(path) = paths.get(usize::from(link.input_path)) {
            state["InputPath"] = path.clone();
        }
        if let Some(path) = paths.get(usize::from(link.output_path)) {
            state["OutputPath"] = path.clone();
        }
        if ["Pass", "Task", "Parallel", "Map"].contains(&kind) {
            match link.result_path {
                1 => state["ResultPath"] = Value::Null,
                2 => state["ResultPath"] = "$.a.b".into(),
                3 => state["ResultPath"] = "$.list".into(),
                _ => {}
            }
        }
    }
}

fn pass(parameters: u8, jsonata: bool) -> Value {
    let mut state = json!({"Type": "Pass"});
    if jsonata {
        return state;
    }
    match parameters {
        1 => state["Result"] = json!({"a": {"b": [1, 2]}, "n": 3, "list": [{"n": 1}, 2, "three"]}),
        2 => state["Parameters"] = json!({"a.$": "$", "n": 2}),
        3 => {
            state["Parameters"] =
                json!({"n.$": "States.MathAdd($.n, 1)", "list.$": "States.ArrayRange(1, 4, 1)"})
        }
        4 => state["Parameters"] = json!({"id.$": "States.UUID()", "r.$": "States.MathRandom(1, 9)"}),
        5 => state["Parameters"] = json!({"deep": {"er": [{"x.$": "$.a"}]}, "v.$": "$v"}),
        _ => {}
    }
    state
}

fn task(resource: u8, jsonata: bool) -> Value {
    let (resource, parameters) = match resource {
        0 => ("arn:aws:lambda:eu-west-1:000000000000:function:f", json!({"n": 1})),
        1 => ("arn:aws:states:::lambda:invoke", json!({"FunctionName": "f"})),
        2 => ("arn:aws:states:eu-west-1:000000000000:activity:a", json!({})),
        3 => (
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            json!({"QueueUrl": "q", "MessageBody": "m"}),
        ),
        4 => ("arn:aws:states:::states:startExecution.sync:2", json!({"StateMachineArn": "m"})),
        _ => ("arn:aws:states:::aws-sdk:s3:getObject", json!({"Bucket": "b", "Key": "k"})),
    };
    let arguments = if jsonata { "Arguments" } else { "Parameters" };
    json!({"Type": "Task", "Resource": resource, arguments: parameters})
}

fn choice(test: u8, other: &str, jsonata: bool) -> Value {
    let mut rule = match (jsonata, test) {
        (true, 0) => json!({"Condition": true}),
        (true, 1) => json!({"Condition": "{% $states.input.n > 2 %}"}),
        (true, 2) => json!({"Condition": "{% $exists($states.input.a) %}"}),
        (true, _) => json!({"Condition": "{% $v %}"}),
        (false, 0) => json!({"Variable": "$.n", "NumericGreaterThan": 2}),
        (false, 1) => json!({"Variable": "$.a", "IsPresent": true}),
        (false, 2) => json!({"Not": {"Variable": "$", "IsNull": true}}),
        (false, 3) => {
            json!({"And": [{"Variable": "$.n", "IsPresent": true}, {"Variable": "$.n", "IsNumeric": true}]})
        }
        (false, _) => json!({"Variable": "$.missing", "StringEquals": "x"}),
    };
    rule["Next"] = other.into();
    json!({"Type": "Choice", "Choices": [rule]})
}

/// Goes back until it has counted far enough. The count is a variable, so data flow cannot lose it.
fn looping(times: u8, before: &str) -> Value {
    json!({"Type": "Choice", "Choices": [{
        "Condition": format!("{{% ($exists($loops) ? $loops : 0) < {times} %}}"),
        "Assign": {"loops": "{% ($exists($loops) ? $loops : 0) + 1 %}"},
        "Next": before
    }]})
}

fn map(items: u8, concurrency: u8, jsonata: bool) -> Value {
    let mut state = json!({"Type": "Map", "MaxConcurrency": concurrency});
    if jsonata {
        state["Items"] = match items {
            0 => json!([]),
            1 => json!([1, {"n": 2}, "three"]),
            2 => json!("{% $states.input.list %}"),
            _ => json!("{% [1..4] %}"),
        };
        if items == 3 {
            state["ItemSelector"] = json!({"i": "{% $states.context.Map.Item.Index %}"});
        }
        return state;
    }
    match items {
        1 => state["ItemsPath"] = "$.list".into(),
        2 => {
            state["ItemsPath"] = "$.list".into();
            state["ItemSelector"] = json!({"n.$": "$$.Map.Item.Index", "item.$": "$$.Map.Item.Value"});
        }
        3 => state["ItemsPath"] = "$$.Execution.Input.list".into(),
        4 => state["ItemsPath"] = "$$.Execution.Input.list".into(),
        _ => {}
    }
    state
}

impl Errors {
    /// A catcher leads forward; at the end of a chain it would lead back for ever.
    fn write(&self, state: &mut Value, other: Option<&str>, jsonata: bool) {
        let names = [
            json!(["E"]),
            json!(["States.Timeout"]),
            json!(["E", "States.TaskFailed"]),
            json!(["States.ALL"]),
        ];
        let named = |i: u8| names[usize::from(i) % names.len()].clone();
        if let Some((name, attempts, jitter)) = self.retry {
            state["Retry"] = json!([{
                "ErrorEquals": named(name), "MaxAttempts": attempts, "IntervalSeconds": 2, "BackoffRate": 1.5,
                "MaxDelaySeconds": 10, "JitterStrategy": if jitter { "FULL" } else { "NONE" }
            }]);
        }
        if let (Some(name), Some(other)) = (self.catch, other) {
            let mut catcher = json!({"ErrorEquals": named(name), "Next": other});
            if jsonata {
                catcher["Output"] = "{% $states.errorOutput %}".into();
            } else {
                catcher["ResultPath"] = "$.error".into();
            }
            state["Catch"] = json!([catcher]);
        }
    }
}

/// What becomes of one task.
#[derive(Debug, Clone)]
pub(crate) enum Fate {
    Succeeds(u8, u32),
    Fails(u8, u32),
    Silent,
    Beats(u8),
    RefusedAtSubmission,
}

pub(crate) fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let fate = prop_oneof![
        6 => (0..7u8, 0..200_000u32).prop_map(|(value, after)| Fate::Succeeds(value, after)),
        3 => (0..4u8, 0..200_000u32).prop_map(|(error, after)| Fate::Fails(error, after)),
        1 => Just(Fate::Silent),
        1 => (0..5u8).prop_map(Fate::Beats),
        1 => Just(Fate::RefusedAtSubmission),
    ];
    vec(fate, 1..12)
}

/// Plays fates one after the other, over and over.
pub(crate) struct Player<'f> {
    pub(crate) fates: &'f [Fate],
    pub(crate) calls: usize,
}

impl Player<'_> {
    pub(crate) fn play(&mut self, task: &ScheduleTask) -> Plan {
        let fate = &self.fates[self.calls % self.fates.len()];
        self.calls += 1;
        let plan = Plan::started();
        let plan = match task.token {
            Some(_) => plan.then(1, Happening::Submitted(Data::empty_object())),
            None => plan,
        };
        match fate {
            Fate::Succeeds(value, after) => {
                let values = [
                    json!(null),
                    json!({"n": 5, "list": [1, 2], "a": [{"b": 1}]}),
                    json!({"again": !self.calls.is_multiple_of(5)}),
                    json!([]),
                    json!("text"),
                    json!({"Payload": {"n": 1}}),
                    Value::String("x".repeat(100_000)),
                ];
                let value = values[usize::from(*value) % values.len()].clone();
                plan.then(i64::from(*after), Happening::Succeeded(Data::from_value(value).unwrap()))
            }
            Fate::Fails(error, after) => {
                let error = [Some("E"), Some("States.Timeout"), Some("Other"), None][usize::from(*error) % 4];
                let (error, cause) = (error.map(str::to_owned), Some("why".to_owned()));
                plan.then(i64::from(*after), Happening::Failed { error, cause, at_submission: false })
            }
            Fate::Silent => plan,
            Fate::Beats(count) => {
                (1..=i64::from(*count)).fold(plan, |plan, i| plan.then(i * 900, Happening::Heartbeat))
            }
            Fate::RefusedAtSubmission => {
                let (error, cause) = (Some("E".to_owned()), Some("refused".to_owned()));
                Plan::started().then(0, Happening::Failed { error, cause, at_submission: true })
            }
        }
    }
}
