//! Schemas: what a shape is made of and where each member travels.
//!
//! The names are those of AWS's service models (`shapes` in botocore's `service-2.json`).

/// A shape of a service model.
#[derive(Debug)]
pub struct Shape {
    /// The model's name, such as `TrainingJobName`.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
}

/// What a shape holds, with its constraints.
#[derive(Debug)]
pub enum Kind {
    /// Named members.
    Structure(Structure),
    /// A list of members.
    List {
        /// The element; its wire name is the XML element's name (`member` unless the model says otherwise).
        member: Member,
        /// XML and Query: elements stand directly in the parent.
        flattened: bool,
        /// Fewest and most elements.
        range: Range,
    },
    /// A map from strings.
    Map {
        /// The key; its wire name is the XML element's name (`key` unless the model says otherwise).
        key: Member,
        /// The value; likewise (`value`).
        value: Member,
        /// XML and Query: entries stand directly in the parent.
        flattened: bool,
        /// Fewest and most entries.
        range: Range,
    },
    /// Text; with the allowed values, if it is an enum, and a pattern, if it has one.
    Str {
        /// Allowed values; empty for free text.
        values: &'static [&'static str],
        /// A regular expression for the whole text; empty for none.
        pattern: &'static str,
        /// Fewest and most characters.
        range: Range,
    },
    /// `integer` and `long`.
    Int(Range),
    /// `float` and `double`.
    Float(Range),
    /// `boolean`.
    Bool,
    /// Bytes; the range is their number.
    Blob(Range),
    /// An instant; the format where the model fixes one.
    Time(Option<TimeFormat>),
    /// Any JSON.
    Document,
}

/// A structure's members and how they travel.
#[derive(Debug)]
pub struct Structure {
    /// The members in the model's order.
    pub members: &'static [Member],
    /// The member that is the whole body (REST).
    pub payload: Option<&'static str>,
    /// Exactly one member is present.
    pub union: bool,
}

/// A member of a structure, list or map.
#[derive(Debug)]
pub struct Member {
    /// The member's name in the model: the key of [`crate::Fields`].
    pub name: &'static str,
    /// The name on the wire: header, query parameter, XML element, JSON member.
    pub wire: &'static str,
    /// Where it travels.
    pub location: Location,
    /// Whether the model requires it.
    pub required: bool,
    /// XML and Query: list elements stand directly in the parent.
    pub flattened: bool,
    /// XML: an attribute instead of an element.
    pub attribute: bool,
    /// A client makes a random token up when it is absent.
    pub idempotency_token: bool,
    /// The body is streamed.
    pub streaming: bool,
    /// The body is an event stream: the name of the event that each of its pieces is.
    pub events: Option<&'static str>,
    /// XML namespace: prefix (maybe empty) and URI.
    pub namespace: Option<(&'static str, &'static str)>,
    /// Its shape.
    pub shape: &'static Shape,
}

impl Member {
    /// A member of the body under its own name.
    pub const fn new(name: &'static str, shape: &'static Shape) -> Self {
        Self {
            name,
            wire: name,
            location: Location::Body,
            required: false,
            flattened: false,
            attribute: false,
            idempotency_token: false,
            streaming: false,
            events: None,
            namespace: None,
            shape,
        }
    }
    /// Under another name on the wire.
    pub const fn wire(mut self, wire: &'static str) -> Self {
        self.wire = wire;
        self
    }
    /// At another place.
    pub const fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }
    /// Required.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// Flattened.
    pub const fn flattened(mut self) -> Self {
        self.flattened = true;
        self
    }
    /// An XML attribute.
    pub const fn attribute(mut self) -> Self {
        self.attribute = true;
        self
    }
    /// An idempotency token.
    pub const fn token(mut self) -> Self {
        self.idempotency_token = true;
        self
    }
    /// Streamed.
    pub const fn streaming(mut self) -> Self {
        self.streaming = true;
        self
    }
    /// An event stream whose pieces are these events.
    pub const fn events(mut self, event: &'static str) -> Self {
        self.events = Some(event);
        self
    }
    /// In an XML namespace.
    pub const fn namespace(mut self, prefix: &'static str, uri: &'static str) -> Self {
        self.namespace = Some((prefix, uri));
        self
    }
}

/// Where a member travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the body.
    Body,
    /// In the header named by `wire`.
    Header,
    /// A map: in all headers whose names start with `wire`.
    Headers,
    /// In the query parameter named by `wire`; a map: all other parameters.
    Query,
    /// In the path, at `{wire}`.
    Uri,
    /// It is the HTTP status.
    Status,
}

/// Bounds, inclusive; of a number, or of a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Smallest.
    pub min: Option<f64>,
    /// Largest.
    pub max: Option<f64>,
}

impl Range {
    /// No bounds.
    pub const ANY: Range = Range { min: None, max: None };
    /// At least.
    pub const fn min(min: f64) -> Self {
        Self { min: Some(min), max: None }
    }
    /// At most.
    pub const fn max(max: f64) -> Self {
        Self { min: None, max: Some(max) }
    }
    /// Between.
    pub const fn between(min: f64, max: f64) -> Self {
        Self { min: Some(min), max: Some(max) }
    }
}

/// How an instant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFormat {
    /// ISO 8601.
    Iso8601,
    /// RFC 9110's HTTP date.
    Rfc822,
    /// Seconds since the epoch.
    Epoch,
}

impl Shape {
    /// The structure, if it is one.
    pub fn structure(&self) -> Option<&Structure> {
        match &self.kind {
            Kind::Structure(s) => Some(s),
            _ => None,
        }
    }
}

impl Structure {
    /// A member by its name in the model.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|m| m.name == name)
    }
}
