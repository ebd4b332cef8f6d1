use std::collections::BTreeMap;
use std::io::Write as _;

use serde_json::json;

use super::*;
use crate::data::Data;
use crate::resource::TaskResource;

/// Objects by bucket and key.
struct Bucket(BTreeMap<(String, String), Vec<u8>>);

impl Bucket {
    fn of(objects: &[(&str, &[u8])]) -> Bucket {
        Bucket(objects.iter().map(|(k, v)| (("b".to_owned(), (*k).to_owned()), v.to_vec())).collect())
    }
}

impl Objects for Bucket {
    fn open<'o>(
        &'o mut self,
        bucket: &str,
        key: &str,
        _: Option<&str>,
    ) -> Result<Box<dyn Read + 'o>, String> {
        let found = self.0.get(&(bucket.to_owned(), key.to_owned()));
        found.map(|o| Box::new(o.as_slice()) as Box<dyn Read>).ok_or_else(|| "no such key".to_owned())
    }

    /// One object for each page.
    fn list(&mut self, parameters: &Value, token: Option<&str>) -> Result<Listing, String> {
        let prefix = parameters["Prefix"].as_str().unwrap_or_default();
        let mut keys =
            self.0.iter().filter(|((_, k), _)| k.starts_with(prefix) && token.is_none_or(|t| k.as_str() > t));
        let object = |((_, key), body): (&(String, String), &Vec<u8>)| ListedObject {
            etag: "\"e\"".into(),
            key: key.clone(),
            last_modified_ms: 1_668_699_881_999,
            size: body.len() as u64,
            storage_class: "STANDARD".into(),
        };
        let first = keys.next().map(object);
        let next = if keys.next().is_some() { first.as_ref().map(|o| o.key.clone()) } else { None };
        Ok(Listing { objects: first.into_iter().collect(), next })
    }
}

fn reader(action: &str, config: Value) -> ItemReader {
    let definition = json!({"StartAt": "M", "States": {"M": {
        "Type": "Map", "End": true,
        "ItemReader": {"Resource": format!("arn:aws:states:::s3:{action}"), "ReaderConfig": config, "Parameters": {}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}},
    }}});
    let machine = crate::parse(&definition.to_string()).unwrap();
    let kind = machine.states.into_iter().find_map(|state| match state.kind {
        crate::machine::StateKind::Map(map) => map.distributed,
        _ => None,
    });
    kind.unwrap().reader.unwrap()
}

fn read(
    action: &str,
    config: Value,
    parameters: Value,
    max: u64,
    bucket: &mut Bucket,
) -> Result<Value, String> {
    let reader = reader(action, config);
    let spec = ReaderSpec {
        resource: TaskResource::parse(&format!("arn:aws:states:::s3:{action}")).unwrap(),
        parameters: Data::from_value(parameters).unwrap(),
        max_items: max,
    };
    let mut items = Vec::new();
    read_items(&reader, &spec, bucket, &mut |item| {
        items.push(item);
        ControlFlow::Continue(())
    })
    .map_err(|failure| {
        assert_eq!(failure.error.as_deref(), Some("States.ItemReaderFailed"));
        failure.cause.unwrap_or_default()
    })?;
    Ok(Value::Array(items))
}

fn check(config: Value, content: &str, expected: Result<Value, &str>) {
    let mut bucket = Bucket::of(&[("k", content.as_bytes())]);
    let actual = read("getObject", config.clone(), json!({"Bucket": "b", "Key": "k"}), 0, &mut bucket);
    assert_eq!(actual, expected.map_err(str::to_owned), "{config} {content}");
}

#[test]
fn rows() {
    let first = json!({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"});
    check(first.clone(), "a,b\n1,2\n", Ok(json!([{"a": "1", "b": "2"}])));
    check(first.clone(), "a,b\r\n1\r\n\r\n1,2,3\r\n", Ok(json!([{"a": "1", "b": ""}, {"a": "1", "b": "2"}])));
    check(first.clone(), "\u{feff}a,b\n\"x,\ny\",\"q\"\"q\"", Ok(json!([{"a": "x,\ny", "b": "q\"q"}])));
    check(first.clone(), "a,\n1,2,3\n   \n", Ok(json!([{"a": "1", "": "2"}, {"a": "   ", "": ""}])));
    check(first.clone(), "", Ok(json!([])));
    check(first.clone(), &"x".repeat(11_000), Err("The CSV header is larger than 10240 bytes"));
    let given = json!({"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"], "CSVDelimiter": "PIPE"});
    check(given, "1|2\n3", Ok(json!([{"a": "1"}, {"a": "3"}])));
}

#[test]
fn a_row_is_bounded() {
    let content = format!("a\n\"{}", "x".repeat(MAX_ITEM + 100_000));
    check(
        json!({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}),
        &content,
        Err("The object cannot be read: an item is too large"),
    );
}

#[test]
fn arrays() {
    let plain = json!({"InputType": "JSON"});
    check(plain.clone(), "[1, {\"a\": [2]}, null]", Ok(json!([1, {"a": [2]}, null])));
    check(plain.clone(), "[]", Ok(json!([])));
    check(plain.clone(), "{\"a\": [1]}", Err(NOT_ITERABLE));
    check(plain.clone(), "\"text\"", Err(NOT_ITERABLE));
    let broken = "The object cannot be read: expected `,` or `]` at line 1 column 4";
    check(plain.clone(), "[1 2]", Err(broken));
    let at = |pointer: &str| json!({"InputType": "JSON", "ItemsPointer": pointer});
    check(at("/a/b"), "{\"z\": [[0]], \"a\": {\"b\": [1, 2], \"c\": 3}, \"a\": 5}", Ok(json!([1, 2])));
    check(at("/a/1"), "{\"a\": [[0], [1]]}", Ok(json!([1])));
    check(at("/x~1y"), "{\"x/y\": [3]}", Ok(json!([3])));
    check(at("/b"), "{\"a\": [3]}", Err(NOT_ITERABLE));
}

const NOT_ITERABLE: &str = "Attempting to map over non-iterable node.";

#[test]
fn json_lines() {
    let lines = json!({"InputType": "JSONL"});
    check(lines.clone(), "{\"a\": 1}\n\n2\r\n[3]", Ok(json!([{"a": 1}, 2, [3]])));
    check(lines, "1\n{", Err("Line 2 is not valid JSON: EOF while parsing an object at line 1 column 1"));
}

#[test]
fn what_is_not_served_says_so() {
    check(
        json!({"InputType": "PARQUET"}),
        "PAR1",
        Err("The input type PARQUET is not served by this platform"),
    );
}

#[test]
fn listings() {
    let mut bucket = Bucket::of(&[("p/a", b"1"), ("p/b", b"22"), ("q", b"")]);
    let item = |key: &str, size: u64| json!({"Etag": "\"e\"", "Key": key, "LastModified": 1_668_699_881, "Size": size, "StorageClass": "STANDARD"});
    let parameters = json!({"Bucket": "b", "Prefix": "p/"});
    let all = read("listObjectsV2", json!({}), parameters.clone(), 0, &mut bucket);
    assert_eq!(all, Ok(json!([item("p/a", 1), item("p/b", 2)])));
    let first = read("listObjectsV2", json!({}), parameters, 1, &mut bucket);
    assert_eq!(first, Ok(json!([item("p/a", 1)])));
}

#[test]
fn listed_objects_are_read() {
    let mut bucket = Bucket::of(&[("p/", b""), ("p/a", b"[1, 2]"), ("p/b", b"[3]")]);
    let config = json!({"InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN"});
    let all = read("listObjectsV2", config, json!({"Bucket": "b", "Prefix": "p/"}), 0, &mut bucket);
    assert_eq!(all, Ok(json!([1, 2, 3])));
}

#[test]
fn inventories() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"\"b\",\"k1\",\"7\"\n").unwrap();
    let packed = packed.finish().unwrap();
    let manifest = json!({
        "sourceBucket": "s", "destinationBucket": "arn:aws:s3:::b", "fileFormat": "CSV",
        "fileSchema": "Bucket, Key, Size", "files": [{"key": "d/1.csv.gz", "size": 7, "MD5checksum": "x"}],
    });
    let mut bucket = Bucket::of(&[("m.json", manifest.to_string().as_bytes()), ("d/1.csv.gz", &packed)]);
    let config = json!({"InputType": "MANIFEST"});
    let all = read("getObject", config, json!({"Bucket": "b", "Key": "m.json"}), 0, &mut bucket);
    assert_eq!(all, Ok(json!([{"Bucket": "b", "Key": "k1", "Size": "7"}])));
}

#[test]
fn athena_manifests() {
    let mut bucket = Bucket::of(&[("m.csv", b"s3://b/1\ns3://b/2\n"), ("1", b"1\n2\n"), ("2", b"3\n")]);
    let config = json!({"InputType": "JSONL", "ManifestType": "ATHENA_DATA"});
    let all = read("getObject", config, json!({"Bucket": "b", "Key": "m.csv"}), 2, &mut bucket);
    assert_eq!(all, Ok(json!([1, 2])));
}

#[test]
fn parameters() {
    let mut bucket = Bucket::of(&[]);
    let config = || json!({"InputType": "JSON"});
    let mut check = |parameters: Value, expected: &str| {
        let actual = read("getObject", config(), parameters, 0, &mut bucket);
        assert_eq!(actual, Err(expected.to_owned()));
    };
    check(json!({"Key": "k"}), "The field 'Bucket' is required");
    check(json!({"Bucket": "b", "Key": 1}), "The field 'Key' must be a string");
    check(json!({"Bucket": "b", "Key": "k"}), "no such key");
}
