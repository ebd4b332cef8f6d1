//! Map states, inline and distributed.

use super::fields::Fields;
use super::{Parser, ScopeNames, WorkflowType};
use crate::json::Kind;
use crate::machine::{
    Distributed, EXPRESS_SECONDS, InputType, ItemBatcher, ItemReader, Items, Map, ResultWriter, ScopeId,
    StateId, Transformation,
};
use crate::resource::TaskResource;

/// The longest label, in characters.
const MAX_LABEL: usize = 40;

/// The most items that `MaxItems` may name.
const MAX_ITEMS: u64 = 99_999_999_999;

/// What a processor says of how it runs.
struct Processor {
    scope: Option<ScopeId>,
    distributed: bool,
    express: bool,
}

impl Parser<'_> {
    pub(super) fn map(
        &mut self,
        fields: &mut Fields<'_>,
        id: StateId,
        names: &mut ScopeNames,
    ) -> Option<Map> {
        let legacy = !fields.is_jsonata() && fields.has("Iterator");
        if !fields.is_jsonata() {
            fields.exclusive(self, ["ItemProcessor", "Iterator"]);
            fields.exclusive(self, ["ItemSelector", "Parameters"]);
        }
        let name = if legacy { "Iterator" } else { "ItemProcessor" };
        fields.require(self, &[name]);
        let processor = self.processor(fields, name);
        let items = self.items(fields);
        let mut item_selector = fields.template(self, "ItemSelector");
        if !fields.is_jsonata() {
            item_selector = item_selector.or(fields.template(self, "Parameters"));
        }
        let max_concurrency = fields.number(self, "MaxConcurrency", "MaxConcurrencyPath", (0, MAX_ITEMS));
        let count = ("ToleratedFailureCount", "ToleratedFailureCountPath");
        let tolerated_failure_count = fields.number(self, count.0, count.1, (0, MAX_ITEMS));
        let percentage = ("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        let tolerated_failure_percentage = fields.percentage(self, percentage.0, percentage.1);
        let is_distributed = processor.as_ref().is_some_and(|p| p.distributed);
        let distributed = self.distributed(fields, processor.as_ref());
        let result = self.result_fields(fields);
        let errors = self.error_fields(fields, id, names);
        let transition = self.next_or_end(fields, id, names);
        let distributed = if is_distributed { Some(Box::new(distributed?)) } else { None };
        Some(Map {
            processor: processor?.scope?,
            items: items?,
            item_selector,
            max_concurrency,
            tolerated_failure_count,
            tolerated_failure_percentage,
            distributed,
            result,
            errors,
            transition: transition?,
        })
    }

    fn items(&mut self, fields: &mut Fields<'_>) -> Option<Items> {
        if !fields.is_jsonata() {
            return match fields.has("ItemsPath") {
                true => fields.path(self, "ItemsPath").map(Items::Path),
                false => Some(Items::Input),
            };
        }
        let Some(node) = fields.get("Items") else { return Some(Items::Input) };
        if let Kind::Array(_) | Kind::String(_) = node.kind {
            let template = fields.template(self, "Items")?;
            let fits = !matches!(&template, crate::template::Template::Literal(value) if !value.is_array());
            if fits {
                return Some(Items::Template(template));
            }
        }
        let message = "The value of the field 'Items' must be an array or a JSONata expression";
        self.schema(message, &fields.at("Items"), node);
        None
    }

    /// The states that run for each item, and how they run.
    fn processor(&mut self, fields: &mut Fields<'_>, name: &'static str) -> Option<Processor> {
        let node = fields.get(name)?;
        let location = fields.at(name);
        let mut inner = Fields::new(self, node, &location)?;
        inner.text(self, "Comment");
        let (mut distributed, mut express) = (false, false);
        if let Some(config) = inner.get("ProcessorConfig") {
            let place = inner.at("ProcessorConfig");
            let mut config = Fields::new(self, config, &place)?;
            distributed = config.choice(self, "Mode", &["INLINE", "DISTRIBUTED"]) == Some("DISTRIBUTED");
            express = config.choice(self, "ExecutionType", &["STANDARD", "EXPRESS"]) == Some("EXPRESS");
            if distributed {
                config.require(self, &["ExecutionType"]);
            }
            if distributed && self.workflow == WorkflowType::Express {
                let message = "Express state machine does not support 'DISTRIBUTED' mode";
                self.schema(message, &place, config.node());
            }
            config.finish(self);
        }
        let before = self.workflow;
        if distributed {
            self.workflow = if express { WorkflowType::Express } else { WorkflowType::Standard };
        }
        let scope = self.scope(&mut inner, &location);
        self.workflow = before;
        if let (true, true, Some(Some(scope))) =
            (distributed, express, scope.and_then(|id| self.scopes.get_mut(id)).map(Option::as_mut))
        {
            scope.timeout_seconds = Some(EXPRESS_SECONDS);
        }
        inner.finish(self);
        Some(Processor { scope, distributed, express })
    }

    /// The fields of distributed Map states, which inline ones do not have.
    fn distributed(&mut self, fields: &mut Fields<'_>, processor: Option<&Processor>) -> Option<Distributed> {
        let Some(processor) = processor else {
            // What the processor is cannot be told, so neither whether these belong here.
            for name in ["Label", "ItemReader", "ItemBatcher", "ResultWriter"] {
                fields.get(name);
            }
            return None;
        };
        if !processor.distributed {
            let only = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];
            for name in only {
                if let Some(node) = fields.get(name) {
                    let message =
                        format!("Field '{name}' is only supported for Map states in DISTRIBUTED mode");
                    self.schema(message, fields.location(), node);
                }
            }
            return None;
        }
        let label = self.label(fields);
        let reader = self.item_reader(fields);
        let batcher = self.item_batcher(fields);
        let writer = self.result_writer(fields);
        Some(Distributed {
            express: processor.express,
            label,
            reader: reader?,
            batcher: batcher?,
            writer: writer?,
        })
    }

    fn label(&mut self, fields: &mut Fields<'_>) -> Option<String> {
        let (text, node) = fields.text_node(self, "Label")?;
        let bad = |c: char| c.is_whitespace() || c.is_control() || "<>{}[]?*\"#%\\^|~`$&,;:/".contains(c);
        let count = text.chars().count();
        if count == 0 || count > MAX_LABEL {
            let message = format!("A label must have 1 to {MAX_LABEL} characters");
            self.schema(message, &fields.at("Label"), node);
        } else if let Some(c) = text.chars().find(|c| bad(*c)) {
            let message = format!("A label cannot contain the character '{}'", c.escape_default());
            self.schema(message, &fields.at("Label"), node);
        } else if !self.labels.insert(text.to_owned()) {
            self.schema(format!("Duplicate label: {text}"), &fields.at("Label"), node);
        }
        Some(text.to_owned())
    }

    /// `Some(None)` when there is none, nothing when it is wrong.
    fn item_reader(&mut self, fields: &mut Fields<'_>) -> Option<Option<ItemReader>> {
        let Some(node) = fields.get("ItemReader") else { return Some(None) };
        let location = fields.at("ItemReader");
        let mut reader = Fields::new(self, node, &location)?.speaking(fields.language());
        reader.require(self, &["Resource"]);
        let resource = self.s3_resource(&mut reader, &["listObjectsV2", "getObject"]);
        let parameters = reader.parameters(self);
        let mut found = ItemReader {
            resource: resource.clone().unwrap_or(TaskResource::Lambda { arn: String::new() }),
            parameters,
            input_type: InputType::Objects,
            athena: false,
            flatten: false,
            csv_headers: None,
            csv_delimiter: ',',
            items_pointer: None,
            max_items: None,
        };
        let mut named_type = false;
        if let Some(config) = reader.get("ReaderConfig") {
            let place = reader.at("ReaderConfig");
            let mut config = Fields::new(self, config, &place)?.speaking(fields.language());
            named_type = config.has("InputType");
            self.reader_config(&mut config, &mut found);
            config.finish(self);
        }
        let gets =
            resource.as_ref().and_then(TaskResource::as_service).is_some_and(|s| s.action == "getObject");
        if gets && !named_type {
            let message = "The field 'ReaderConfig/InputType' is required for the resource s3:getObject";
            self.schema(message, &location, node);
        }
        reader.finish(self);
        resource?;
        Some(Some(found))
    }

    fn reader_config(&mut self, config: &mut Fields<'_>, reader: &mut ItemReader) {
        let types = ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"];
        let input_type = config.choice(self, "InputType", &types);
        let manifest = config.choice(self, "ManifestType", &["ATHENA_DATA", "S3_INVENTORY"]);
        reader.input_type = match (input_type, manifest) {
            (Some("CSV"), _) => InputType::Csv,
            (Some("JSON"), _) => InputType::Json,
            (Some("JSONL"), _) => InputType::JsonLines,
            (Some("PARQUET"), _) => InputType::Parquet,
            (Some("MANIFEST"), Some("ATHENA_DATA")) => InputType::AthenaManifest,
            (Some("MANIFEST"), _) => InputType::Manifest,
            _ => InputType::Objects,
        };
        reader.athena = manifest == Some("ATHENA_DATA");
        let transformation = config.choice(self, "Transformation", &["NONE", "LOAD_AND_FLATTEN"]);
        reader.flatten = transformation == Some("LOAD_AND_FLATTEN");
        let delimiters = [("COMMA", ','), ("PIPE", '|'), ("SEMICOLON", ';'), ("SPACE", ' '), ("TAB", '\t')];
        if let Some(name) = config.choice(self, "CSVDelimiter", &delimiters.map(|(name, _)| name)) {
            reader.csv_delimiter = delimiters.iter().find(|(n, _)| *n == name).map_or(',', |(_, c)| *c);
        }
        let place = config.choice(self, "CSVHeaderLocation", &["FIRST_ROW", "GIVEN"]);
        let given = place == Some("GIVEN");
        if reader.input_type == InputType::Csv && !config.has("CSVHeaderLocation") {
            config.require(self, &["CSVHeaderLocation"]);
        }
        if given {
            config.require(self, &["CSVHeaders"]);
        }
        if let Some(node) = config.get("CSVHeaders") {
            let names = match &node.kind {
                Kind::Array(items) => items
                    .iter()
                    .map(|item| match &item.kind {
                        Kind::String(name) => Some(name.clone()),
                        _ => None,
                    })
                    .collect::<Option<Vec<_>>>(),
                _ => None,
            };
            match names {
                Some(names) if given => reader.csv_headers = Some(names),
                Some(_) => {
                    let message = "CSVHeaders is only used when CSVHeaderLocation is GIVEN";
                    self.schema(message, &config.at("CSVHeaders"), node);
                }
                None => self.schema(
                    "The value of the field 'CSVHeaders' must be an array of strings",
                    &config.at("CSVHeaders"),
                    node,
                ),
            }
        }
        if let Some((pointer, node)) = config.text_node(self, "ItemsPointer") {
            if pointer.is_empty() || pointer.starts_with('/') {
                reader.items_pointer = Some(pointer.to_owned());
            } else {
                self.schema("ItemsPointer must be a JSON Pointer", &config.at("ItemsPointer"), node);
            }
        }
        reader.max_items = config.number(self, "MaxItems", "MaxItemsPath", (0, MAX_ITEMS));
    }

    fn item_batcher(&mut self, fields: &mut Fields<'_>) -> Option<Option<ItemBatcher>> {
        let Some(node) = fields.get("ItemBatcher") else { return Some(None) };
        let mut batcher = Fields::new(self, node, &fields.at("ItemBatcher"))?.speaking(fields.language());
        let batch_input = batcher.template(self, "BatchInput");
        let items = ("MaxItemsPerBatch", "MaxItemsPerBatchPath");
        let max_items = batcher.number(self, items.0, items.1, (1, MAX_ITEMS));
        let bytes = ("MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath");
        let max_bytes = batcher.number(self, bytes.0, bytes.1, (1, crate::data::MAX_BYTES as u64));
        if [items.0, items.1, bytes.0, bytes.1].iter().all(|name| !batcher.has(name)) {
            let message = format!("One of these fields is required: [{}, {}]", items.0, bytes.0);
            self.schema(message, batcher.location(), node);
        }
        batcher.finish(self);
        Some(Some(ItemBatcher { batch_input, max_items, max_bytes }))
    }

    fn result_writer(&mut self, fields: &mut Fields<'_>) -> Option<Option<ResultWriter>> {
        let Some(node) = fields.get("ResultWriter") else { return Some(None) };
        let mut writer = Fields::new(self, node, &fields.at("ResultWriter"))?.speaking(fields.language());
        let mut found = ResultWriter {
            resource: None,
            parameters: None,
            transformation: Transformation::None,
            json_lines: false,
        };
        if !writer.has("Resource") && !writer.has("WriterConfig") {
            let message = "One of these fields is required: [Resource, WriterConfig]";
            self.schema(message, writer.location(), node);
        }
        if writer.has("Resource") {
            found.resource = Some(self.s3_resource(&mut writer, &["putObject"])?);
        }
        found.parameters = writer.parameters(self);
        if let Some(config) = writer.get("WriterConfig") {
            let mut config =
                Fields::new(self, config, &writer.at("WriterConfig"))?.speaking(fields.language());
            let transformation = config.choice(self, "Transformation", &["NONE", "COMPACT", "FLATTEN"]);
            found.transformation = match transformation {
                Some("COMPACT") => Transformation::Compact,
                Some("FLATTEN") => Transformation::Flatten,
                _ => Transformation::None,
            };
            found.json_lines = config.choice(self, "OutputType", &["JSON", "JSONL"]) == Some("JSONL");
            config.finish(self);
        }
        writer.finish(self);
        Some(Some(found))
    }

    /// `arn:aws:states:::s3:ACTION`.
    fn s3_resource(&mut self, fields: &mut Fields<'_>, actions: &[&str]) -> Option<TaskResource> {
        let (text, node) = fields.text_node(self, "Resource")?;
        let resource = TaskResource::parse(text);
        let service = resource.as_ref().and_then(TaskResource::as_service);
        let fits =
            service.is_some_and(|s| !s.sdk && s.service == "s3" && actions.contains(&s.action.as_str()));
        if !fits {
            let allowed: Vec<String> = actions.iter().map(|a| format!("arn:aws:states:::s3:{a}")).collect();
            let message =
                format!("The field 'Resource' should have one of these values: [{}]", allowed.join(", "));
            self.schema(message, &fields.at("Resource"), node);
            return None;
        }
        resource
    }
}
