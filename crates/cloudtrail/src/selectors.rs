//! Event selectors: which calls a trail records.

use lirio_api::cloudtrail::{
    AdvancedEventSelector, AdvancedFieldSelector, EventSelector, errors::invalid_event_selectors_exception,
};
use lirio_api::{AwsError, Service};
use serde::{Deserialize, Serialize};

/// The objects of S3.
pub(crate) const S3_OBJECT: &str = "AWS::S3::Object";
/// Invocations of Lambda functions.
pub(crate) const LAMBDA_FUNCTION: &str = "AWS::Lambda::Function";
/// Invocations of SageMaker endpoints.
const SAGEMAKER_ENDPOINT: &str = "AWS::SageMaker::Endpoint";

/// The quotas of a trail.
const MOST_SELECTORS: usize = 5;
const MOST_ADVANCED_VALUES: usize = 500;
const MOST_RESOURCES: usize = 250;

/// What a trail records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Selectors {
    /// All management events, as long as nothing else was asked for.
    Default,
    /// Classic selectors.
    Classic(Vec<EventSelector>),
    /// Advanced selectors.
    Advanced(Vec<AdvancedEventSelector>),
}

/// A call, as selectors see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) service: &'static Service,
    pub(crate) operation: &'a str,
    pub(crate) read_only: bool,
    pub(crate) data_event: bool,
    pub(crate) resources: &'a [String],
}

/// The `eventSource` of a service: its name in signatures, which is what CloudTrail shows.
pub(crate) fn event_source(service: &Service) -> String {
    format!("{}.amazonaws.com", service.signing_name)
}

/// The resource type of a service's data events.
pub(crate) fn data_resource_type(service: &Service) -> Option<&'static str> {
    match service.id {
        "s3" => Some(S3_OBJECT),
        "lambda" => Some(LAMBDA_FUNCTION),
        "sagemaker-runtime" => Some(SAGEMAKER_ENDPOINT),
        _ => None,
    }
}

impl Selectors {
    /// Whether the call is recorded.
    pub(crate) fn select(&self, call: &Call<'_>) -> bool {
        match self {
            Selectors::Default => !call.data_event,
            Selectors::Classic(selectors) => selectors.iter().any(|selector| classic(selector, call)),
            Selectors::Advanced(selectors) => selectors
                .iter()
                .any(|selector| selector.field_selectors.iter().all(|field| advanced(field, call))),
        }
    }

    /// What `GetEventSelectors` shows.
    pub(crate) fn shown(&self) -> (Option<Vec<EventSelector>>, Option<Vec<AdvancedEventSelector>>) {
        match self {
            Selectors::Default => (Some(vec![with_defaults(EventSelector::default())]), None),
            Selectors::Classic(selectors) => (Some(selectors.clone()), None),
            Selectors::Advanced(selectors) => (None, Some(selectors.clone())),
        }
    }

    /// Reads the selectors of a request.
    pub(crate) fn read(
        classic: Option<Vec<EventSelector>>,
        advanced: Option<Vec<AdvancedEventSelector>>,
    ) -> Result<Self, AwsError> {
        match (classic.filter(|c| !c.is_empty()), advanced.filter(|a| !a.is_empty())) {
            (Some(_), Some(_)) => {
                Err(invalid("You can use either EventSelectors or AdvancedEventSelectors, but not both."))
            }
            (None, None) => {
                Err(invalid("You must specify at least one of EventSelectors or AdvancedEventSelectors."))
            }
            (Some(selectors), None) => read_classic(selectors).map(Selectors::Classic),
            (None, Some(selectors)) => {
                let values =
                    |f: &AdvancedFieldSelector| operators(f).iter().map(|(_, v, _)| v.len()).sum::<usize>();
                if selectors.iter().flat_map(|s| &s.field_selectors).map(values).sum::<usize>()
                    > MOST_ADVANCED_VALUES
                {
                    return Err(invalid(format!(
                        "The total number of values of all advanced event selectors must not exceed {MOST_ADVANCED_VALUES}."
                    )));
                }
                selectors.iter().try_for_each(check_advanced)?;
                Ok(Selectors::Advanced(selectors))
            }
        }
    }
}

fn invalid(message: impl Into<String>) -> AwsError {
    invalid_event_selectors_exception(message)
}

fn with_defaults(selector: EventSelector) -> EventSelector {
    EventSelector {
        read_write_type: Some(selector.read_write_type.unwrap_or_else(|| "All".to_owned())),
        include_management_events: Some(selector.include_management_events.unwrap_or(true)),
        data_resources: Some(selector.data_resources.unwrap_or_default()),
        exclude_management_event_sources: Some(selector.exclude_management_event_sources.unwrap_or_default()),
    }
}

fn read_classic(selectors: Vec<EventSelector>) -> Result<Vec<EventSelector>, AwsError> {
    if selectors.len() > MOST_SELECTORS {
        return Err(invalid(format!("The number of event selectors must not exceed {MOST_SELECTORS}.")));
    }
    let mut count = 0;
    let mut read = Vec::with_capacity(selectors.len());
    for selector in selectors {
        let selector = with_defaults(selector);
        let resources = selector.data_resources.as_deref().unwrap_or_default();
        if selector.include_management_events == Some(false) && resources.is_empty() {
            return Err(invalid(
                "Invalid combination of parameters in EventSelectors. When includeManagementEvents is false, DataResources must not be empty",
            ));
        }
        for resource in resources {
            let values = resource.values.as_deref().unwrap_or_default();
            let valid: fn(&str) -> bool = match resource.r#type.as_deref() {
                Some(S3_OBJECT) => is_s3_value,
                Some(LAMBDA_FUNCTION) => is_lambda_value,
                Some("AWS::DynamoDB::Table") => {
                    return Err(AwsError::not_served("Recording data events of AWS::DynamoDB::Table"));
                }
                other => {
                    let other = other.unwrap_or_default();
                    return Err(invalid(format!("Value {other} for DataResources.Type is invalid.")));
                }
            };
            if let Some(wrong) = values.iter().find(|value| !valid(value)) {
                return Err(invalid(format!("Value {wrong} for DataResources.Values is invalid.")));
            }
            count += values.len();
        }
        for source in selector.exclude_management_event_sources.iter().flatten() {
            if !matches!(source.as_str(), "kms.amazonaws.com" | "rdsdata.amazonaws.com") {
                return Err(invalid(format!("Value {source} for ExcludeManagementEventSources is invalid.")));
            }
        }
        read.push(selector);
    }
    if count > MOST_RESOURCES {
        return Err(invalid(format!("The number of data resources must not exceed {MOST_RESOURCES}.")));
    }
    Ok(read)
}

/// `arn:aws:s3` and `arn:aws:s3:::` for all, else a bucket with the slash that ends its name, and a prefix.
fn is_s3_value(value: &str) -> bool {
    let mut parts = value.splitn(4, ':');
    let (arn, partition, s3, rest) = (parts.next(), parts.next(), parts.next(), parts.next());
    if arn != Some("arn") || !partition.is_some_and(|p| p.starts_with("aws")) || s3 != Some("s3") {
        return false;
    }
    match rest {
        None => true,
        Some(rest) => match rest.strip_prefix("::") {
            Some("") => true,
            Some(bucket) => {
                bucket.split_once('/').is_some_and(|(bucket, _)| !bucket.is_empty() && !bucket.contains('*'))
            }
            None => false,
        },
    }
}

/// `arn:aws:lambda` for all, else a function.
fn is_lambda_value(value: &str) -> bool {
    let parts: Vec<&str> = value.split(':').collect();
    match parts.as_slice() {
        ["arn", partition, "lambda"] => partition.starts_with("aws"),
        ["arn", partition, "lambda", _, _, "function", name, ..] => {
            partition.starts_with("aws") && !name.is_empty() && !name.contains('*')
        }
        _ => false,
    }
}

fn classic(selector: &EventSelector, call: &Call<'_>) -> bool {
    let kind = match selector.read_write_type.as_deref() {
        Some("ReadOnly") => call.read_only,
        Some("WriteOnly") => !call.read_only,
        _ => true,
    };
    if !kind {
        return false;
    }
    if !call.data_event {
        let excluded = selector.exclude_management_event_sources.iter().flatten();
        return selector.include_management_events != Some(false)
            && !excluded.into_iter().any(|source| *source == event_source(call.service));
    }
    let Some(own) = data_resource_type(call.service) else { return false };
    selector
        .data_resources
        .iter()
        .flatten()
        .filter(|resource| resource.r#type.as_deref() == Some(own))
        .flat_map(|resource| resource.values.iter().flatten())
        .any(|value| call.resources.iter().any(|arn| covers(value, arn)))
}

/// Whether a value of `DataResources` covers an ARN. A call on a bucket counts for all of its objects.
fn covers(value: &str, arn: &str) -> bool {
    let whole_service = value.split(':').count() == 3;
    if whole_service {
        return arn.strip_prefix(value).is_some_and(|rest| rest.starts_with(':'));
    }
    match value.strip_suffix('/') {
        Some(bucket) if arn == bucket => true,
        _ => {
            arn.starts_with(value)
                // A function's ARN covers its versions and aliases, and no function with a longer name.
                && (value.ends_with('/') || value.contains(":s3:") || arn[value.len()..].is_empty() || arn[value.len()..].starts_with(':'))
        }
    }
}

/// An operator's values and what they mean: whether a match speaks for or against the call.
type Operator<'a> = (&'static str, &'a [String], fn(&str, &str) -> bool);

fn operators(field: &AdvancedFieldSelector) -> [Operator<'_>; 6] {
    fn equals(value: &str, text: &str) -> bool {
        text == value
    }
    fn starts(value: &str, text: &str) -> bool {
        text.starts_with(value)
    }
    fn ends(value: &str, text: &str) -> bool {
        text.ends_with(value)
    }
    [
        ("Equals", field.equals.as_deref().unwrap_or_default(), equals),
        ("StartsWith", field.starts_with.as_deref().unwrap_or_default(), starts),
        ("EndsWith", field.ends_with.as_deref().unwrap_or_default(), ends),
        ("NotEquals", field.not_equals.as_deref().unwrap_or_default(), equals),
        ("NotStartsWith", field.not_starts_with.as_deref().unwrap_or_default(), starts),
        ("NotEndsWith", field.not_ends_with.as_deref().unwrap_or_default(), ends),
    ]
}

fn check_advanced(selector: &AdvancedEventSelector) -> Result<(), AwsError> {
    let field = |name: &str| selector.field_selectors.iter().find(|f| f.field == name);
    for field in &selector.field_selectors {
        match field.field.as_str() {
            "eventCategory" | "readOnly" | "eventName" | "eventSource" | "resources.type"
            | "resources.ARN" => {}
            "eventType"
            | "userIdentity.arn"
            | "sessionCredentialFromConsole"
            | "errorCode"
            | "vpcEndpointId" => {
                return Err(AwsError::not_served(format_args!(
                    "The field {} of advanced event selectors",
                    field.field
                )));
            }
            other => {
                return Err(invalid(format!(
                    "The field {other} is not valid in an advanced event selector."
                )));
            }
        }
        if operators(field).iter().all(|(_, values, _)| values.is_empty()) {
            return Err(invalid(format!("The field {} has no operator with values.", field.field)));
        }
    }
    match field("eventCategory").and_then(|f| f.equals.as_deref()) {
        Some([category]) if category == "Management" => {
            if field("resources.type").is_some() || field("resources.ARN").is_some() {
                return Err(invalid("Management events are not selected by resources."));
            }
        }
        Some([category]) if category == "Data" => {
            if field("resources.type").and_then(|f| f.equals.as_deref()).is_none_or(|types| types.len() != 1)
            {
                return Err(invalid(
                    "Selectors of Data events must have resources.type with one value of Equals.",
                ));
            }
        }
        Some([category]) => {
            return Err(AwsError::not_served(format_args!("Recording events of the category {category}")));
        }
        _ => return Err(invalid("eventCategory must have one value of Equals.")),
    }
    Ok(())
}

/// One field: one of the affirming values matches, if there are any, and none of the denying ones.
fn advanced(field: &AdvancedFieldSelector, call: &Call<'_>) -> bool {
    let texts: Vec<String> = match field.field.as_str() {
        "eventCategory" => vec![if call.data_event { "Data" } else { "Management" }.to_owned()],
        "readOnly" => vec![call.read_only.to_string()],
        "eventName" => vec![call.operation.to_owned()],
        "eventSource" => vec![event_source(call.service)],
        "resources.type" => data_resource_type(call.service).map(str::to_owned).into_iter().collect(),
        "resources.ARN" => call.resources.to_vec(),
        _ => return false,
    };
    let operators = operators(field);
    let (affirming, denying) = operators.split_at(3);
    let matches = |(_, values, matches): &Operator<'_>| {
        values.iter().any(|value| texts.iter().any(|text| matches(value, text)))
    };
    let affirmed = affirming.iter().all(|(_, values, _)| values.is_empty()) || affirming.iter().any(matches);
    affirmed && !denying.iter().any(matches)
}

#[cfg(test)]
mod tests {
    use lirio_api::operation;
    use serde_json::{Value as Json, json};

    use super::*;

    fn classic_selectors(json: Json) -> Result<Selectors, AwsError> {
        Selectors::read(Some(serde_json::from_value(json).unwrap()), None)
    }

    fn advanced_selectors(json: Json) -> Result<Selectors, AwsError> {
        Selectors::read(None, Some(serde_json::from_value(json).unwrap()))
    }

    fn selects(selectors: &Selectors, service: &str, name: &str, resource: &str) -> bool {
        let operation = operation(service, name).unwrap();
        selectors.select(&Call {
            service: operation.service,
            operation: name,
            read_only: operation.access == lirio_api::Access::Read,
            data_event: operation.data_event,
            resources: &[resource.to_owned()],
        })
    }

    #[test]
    fn classic_selectors_select() {
        let object = "arn:aws:s3:::iris/data/x.csv";
        let check = |resources: Json, kind: &str, expected: [bool; 4]| {
            let selectors = classic_selectors(json!([{
                "ReadWriteType": kind, "IncludeManagementEvents": false,
                "DataResources": [{"Type": "AWS::S3::Object", "Values": resources}],
            }]))
            .unwrap();
            let found = [
                selects(&selectors, "s3", "PutObject", object),
                selects(&selectors, "s3", "GetObject", object),
                selects(&selectors, "s3", "PutObject", "arn:aws:s3:::iris-2/data/x.csv"),
                selects(&selectors, "s3", "CreateBucket", "arn:aws:s3:::iris"),
            ];
            assert_eq!(found, expected, "{resources} {kind}");
        };
        check(json!(["arn:aws:s3:::iris/"]), "All", [true, true, false, false]);
        check(json!(["arn:aws:s3:::iris/"]), "WriteOnly", [true, false, false, false]);
        check(json!(["arn:aws:s3:::iris/"]), "ReadOnly", [false, true, false, false]);
        check(json!(["arn:aws:s3:::iris/data/"]), "All", [true, true, false, false]);
        check(json!(["arn:aws:s3:::iris/dat"]), "All", [true, true, false, false]);
        check(json!(["arn:aws:s3:::iris/other"]), "All", [false; 4]);
        check(json!(["arn:aws:s3"]), "All", [true, true, true, false]);
        check(json!(["arn:aws:s3:::"]), "All", [true, true, true, false]);
        assert!(selects(&Selectors::Default, "s3", "CreateBucket", "arn:aws:s3:::iris"));
        assert!(!selects(&Selectors::Default, "s3", "PutObject", object));
    }

    #[test]
    fn functions_are_selected_whole() {
        let function = "arn:aws:lambda:eu-west-1:000000000000:function:f";
        assert!(covers("arn:aws:lambda", function));
        assert!(covers(function, function));
        assert!(covers(function, &format!("{function}:live")));
        assert!(!covers(function, &format!("{function}2")));
    }

    #[test]
    fn advanced_selectors_select() {
        let object = "arn:aws:s3:::iris/data/x.csv";
        let data = |more: Json| {
            let mut fields = vec![
                json!({"Field": "eventCategory", "Equals": ["Data"]}),
                json!({"Field": "resources.type", "Equals": ["AWS::S3::Object"]}),
            ];
            fields.extend(more.as_array().unwrap().iter().cloned());
            advanced_selectors(json!([{"FieldSelectors": fields}])).unwrap()
        };
        let check = |more: Json, expected: [bool; 2]| {
            let selectors = data(more.clone());
            let found = [
                selects(&selectors, "s3", "PutObject", object),
                selects(&selectors, "s3", "GetObject", object),
            ];
            assert_eq!(found, expected, "{more}");
        };
        check(json!([]), [true, true]);
        check(json!([{"Field": "readOnly", "Equals": ["false"]}]), [true, false]);
        check(json!([{"Field": "eventName", "Equals": ["PutObject", "DeleteObject"]}]), [true, false]);
        check(json!([{"Field": "eventName", "NotStartsWith": ["Get"]}]), [true, false]);
        check(json!([{"Field": "resources.ARN", "StartsWith": ["arn:aws:s3:::iris/"]}]), [true, true]);
        check(
            json!([{"Field": "resources.ARN", "StartsWith": ["arn:aws:s3:::iris/"], "NotEndsWith": [".csv"]}]),
            [false, false],
        );
        let management = advanced_selectors(
            json!([{"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]}]),
        )
        .unwrap();
        assert!(!selects(&management, "s3", "PutObject", object));
        assert!(selects(&management, "s3", "CreateBucket", "arn:aws:s3:::iris"));
    }

    #[test]
    fn wrong_selectors_are_refused() {
        let check = |selectors: Result<Selectors, AwsError>, expected: &str| {
            let message = selectors.unwrap_err().to_string();
            assert!(message.contains(expected), "{message}");
        };
        let s3 = |value: &str| {
            classic_selectors(json!([{"DataResources": [{"Type": "AWS::S3::Object", "Values": [value]}]}]))
        };
        check(
            s3("arn:aws:s3:::iris"),
            "InvalidEventSelectorsException: Value arn:aws:s3:::iris for DataResources.Values is invalid.",
        );
        check(s3("arn:aws:s3:::*"), "is invalid");
        check(s3("iris/"), "is invalid");
        check(
            classic_selectors(json!([{"IncludeManagementEvents": false}])),
            "DataResources must not be empty",
        );
        check(
            classic_selectors(json!([{"DataResources": [{"Type": "AWS::SQS::Queue", "Values": []}]}])),
            "DataResources.Type",
        );
        check(Selectors::read(None, None), "at least one");
        check(
            advanced_selectors(json!([{"FieldSelectors": [{"Field": "eventName", "Equals": ["x"]}]}])),
            "eventCategory",
        );
        check(
            advanced_selectors(
                json!([{"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Insight"]}]}]),
            ),
            "not served",
        );
        check(
            advanced_selectors(json!([{"FieldSelectors": [{"Field": "color", "Equals": ["red"]}]}])),
            "color",
        );
    }
}
