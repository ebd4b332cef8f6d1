//! GetMetricData: metrics, expressions, pages.

use lirio_api::cloudwatch::*;

use crate::world::{START_MS, World, at, datum};

fn metric(id: &str, name: &str, stat: &str) -> MetricDataQuery {
    MetricDataQuery {
        id: id.into(),
        metric_stat: Some(MetricStat {
            metric: Metric { namespace: Some("n".into()), metric_name: Some(name.into()), dimensions: None },
            period: 60,
            stat: stat.into(),
            unit: None,
        }),
        return_data: Some(false),
        ..Default::default()
    }
}

fn expression(text: &str) -> MetricDataQuery {
    MetricDataQuery { id: "x".into(), expression: Some(text.into()), ..Default::default() }
}

async fn world() -> World {
    let world = World::new();
    // Five minutes: a in the first, second, third and fifth; b in the first and third.
    let data = vec![
        datum("a", -300, 1.0),
        datum("a", -240, 4.0),
        datum("a", -180, 9.0),
        datum("a", -60, -2.0),
        datum("b", -300, 10.0),
        datum("b", -180, 0.0),
    ];
    world.put_data(data).await.unwrap();
    world
}

async fn ask(
    world: &World,
    queries: Vec<MetricDataQuery>,
) -> Result<GetMetricDataOutput, lirio_api::AwsError> {
    let input = GetMetricDataInput {
        metric_data_queries: queries,
        start_time: at(-300),
        end_time: at(0),
        scan_by: Some("TimestampAscending".into()),
        ..Default::default()
    };
    world.call(ops::GetMetricData, input).await
}

/// The value of each of the five minutes, `-` where there is none; arrays with their labels.
async fn shown(world: &World, text: &str) -> String {
    let queries = vec![metric("a", "a", "Sum"), metric("b", "b", "Sum"), expression(text)];
    match ask(world, queries).await {
        Ok(output) => {
            let results = output.metric_data_results.unwrap().into_iter().map(|result| {
                let points: Vec<(i64, f64)> = result
                    .timestamps
                    .unwrap()
                    .into_iter()
                    .map(|t| (t.0 - START_MS) / 60_000)
                    .zip(result.values.unwrap())
                    .collect();
                let minutes: Vec<String> = (-5..0)
                    .map(|minute| {
                        let found = points.iter().find(|(at, _)| *at == minute);
                        found.map_or("-".to_owned(), |(_, v)| format!("{}", (v * 1000.0).round() / 1000.0))
                    })
                    .collect();
                format!("{}: {}", result.label.unwrap(), minutes.join(" "))
            });
            results.collect::<Vec<_>>().join(", ")
        }
        Err(error) => format!("{} {}", error.code, error.message),
    }
}

#[tokio::test]
async fn expressions() {
    let world = world().await;
    let check = async |text: &str, expected: &str| assert_eq!(shown(&world, text).await, expected, "{text}");
    check("a", "x: 1 4 9 - -2").await;
    check("a + 1", "x: 2 5 10 - -1").await;
    check("2 ^ 3 * a - -1", "x: 9 33 73 - -15").await;
    check("-a", "x: -1 -4 -9 - 2").await;
    check("(a + b) / 2", "x: 5.5 - 4.5 - -").await;
    check("a / b", "x: 0.1 - - - -").await;
    check("a > 3", "x: 0 1 1 - 0").await;
    check("a > 3 AND a < 9 OR a == -2", "x: 0 1 0 - 1").await;
    check("a >= 4 && a != 9", "x: 0 1 0 - 0").await;
    check("[a, b]", "x a: 1 4 9 - -2, x b: 10 - 0 - -").await;
    check("METRICS()", "x a: 1 4 9 - -2, x b: 10 - 0 - -").await;
    check("METRICS(\"b\") * 2", "x b: 20 - 0 - -").await;
    check("SUM(METRICS())", "x: 11 4 9 - -2").await;
    check("AVG([a, b])", "x: 5.5 4 4.5 - -2").await;
    check("MAX([a, b]) - MIN([a, b])", "x: 9 0 9 - 0").await;
    check("STDDEV([a, b])", "x: 4.5 0 4.5 - 0").await;
    check("a - AVG(a)", "x: -2 1 6 - -5").await;
    check("a * 0 + SUM(a)", "x: 12 12 12 - 12").await;
    check("TIME_SERIES(MAX(a))", "x: 9 9 9 9 9").await;
    check("FILL(a, 0)", "x: 1 4 9 0 -2").await;
    check("FILL(a, REPEAT)", "x: 1 4 9 9 -2").await;
    check("FILL(a, LINEAR)", "x: 1 4 9 3.5 -2").await;
    check("FILL(b, a)", "x: 10 4 0 - -2").await;
    check("FILL(b, LINEAR)", "x: 10 5 0 - -").await;
    check("RATE(a)", "x: - 0.05 0.083 - -0.092").await;
    check("DIFF(a)", "x: - 3 5 - -11").await;
    check("DIFF_TIME(a)", "x: - 60 60 - 120").await;
    check("RUNNING_SUM(a)", "x: 1 5 14 - 12").await;
    check("IF(a > 3, a)", "x: - 4 9 - -").await;
    check("IF(a > 3, 1, b)", "x: 10 1 1 - -").await;
    check("IF(1 > 0, a, b)", "x: 1 4 9 - -2").await;
    check("ABS(a) + CEIL(0.2) + FLOOR(0.9)", "x: 2 5 10 - 3").await;
    check("LOG10(b)", "x: 1 - - - -").await;
    check("PERIOD(a) * a", "x: 60 240 540 - -120").await;
    check("MINUTE(a)", "x: 48 49 50 - 52").await;
    check("HOUR(a) * 100 + DAY(a)", "x: 804 804 804 - 804").await;
    check("DATAPOINT_COUNT(a) * a", "x: 4 16 36 - -8").await;
    check("METRIC_COUNT(METRICS()) * a", "x: 2 8 18 - -4").await;
    check("FIRST(METRICS()) + LAST(METRICS())", "x: 11 - 9 - -").await;
    check("SORT(METRICS(), SUM, ASC, 1)", "x b: 10 - 0 - -").await;
    check("SLICE(METRICS(), 1)", "x: 10 - 0 - -").await;
    check("REMOVE_EMPTY([a, IF(a > 100, a)])", "x a: 1 4 9 - -2").await;
}

#[tokio::test]
async fn expressions_that_are_refused() {
    let world = world().await;
    let check = async |text: &str, expected: &str| {
        let found = shown(&world, text).await;
        assert!(found.contains(expected), "{text}: {found}");
    };
    check("a +", "Error in expression 'x': a number, an id or a function was expected at character 4.").await;
    check("a b", "an operator or the end was expected at character 3").await;
    check("NOPE(a)", "the function NOPE is not known at character 1").await;
    check("FILL(a)", "FILL takes 2 to 2 arguments, not 1").await;
    check("c + 1", "there is no query with the id c").await;
    check("x + 1", "name each other in a circle").await;
    check("SUM(a)", "it comes to a scalar").await;
    check("1", "it comes to a scalar").await;
    check("[a] + [b]", "does not take two arrays").await;
    check("FILL(a, SOMETIMES)", "there is no query with the id SOMETIMES").await;
    check("RATE(1)", "RATE: it takes a time series").await;
    check("SEARCH('{n} m', 'Sum', 60)", "NotImplemented The function SEARCH of metric math").await;
    check("SELECT AVG(a) FROM n", "NotImplemented Metrics Insights").await;
    check("ANOMALY_DETECTION_BAND(a, 2)", "NotImplemented").await;
    check(&"(".repeat(2000), "nests too deeply").await;
    check(&"-".repeat(2000), "nests too deeply").await;
    check(&"a+".repeat(1000), "more than 250 operators").await;
    check("1e999 * a", "this is no number").await;
    check("'a", "a text has no end").await;
    check("é", "expected at character 1").await;
}

#[tokio::test]
async fn pages_and_directions() {
    let world = world().await;
    let returned = |id: &str| MetricDataQuery { return_data: Some(true), ..metric(id, id, "Sum") };
    let mut token = None;
    let mut pages = Vec::new();
    loop {
        let input = GetMetricDataInput {
            metric_data_queries: vec![returned("a"), returned("b")],
            start_time: at(-300),
            end_time: at(0),
            max_datapoints: Some(3),
            next_token: token,
            ..Default::default()
        };
        let page = world.call(ops::GetMetricData, input).await.unwrap();
        let results = page.metric_data_results.unwrap().into_iter();
        pages.push(
            results
                .map(|r| format!("{} {:?} {}", r.id.unwrap(), r.values.unwrap(), r.status_code.unwrap()))
                .collect::<Vec<_>>(),
        );
        token = page.next_token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(
        pages,
        [
            vec!["a [-2.0, 9.0, 4.0] PartialData", "b [] PartialData"],
            vec!["a [1.0] Complete", "b [0.0, 10.0] Complete"],
        ]
    );
    let error = ask(&world, vec![metric("a", "a", "Sum")]).await.unwrap_err();
    assert!(error.message.contains("ReturnData"), "{error}");
    let error = ask(&world, vec![returned("a"), returned("a")]).await.unwrap_err();
    assert!(error.message.contains("used by two"), "{error}");
    let error = ask(&world, vec![MetricDataQuery { id: "A".into(), ..returned("a") }]).await.unwrap_err();
    assert!(error.message.contains("lower-case"), "{error}");
    let error = ask(&world, vec![MetricDataQuery { return_data: None, ..metric("a", "a", "p101") }])
        .await
        .unwrap_err();
    assert!(error.message.contains("Stat"), "{error}");
}
