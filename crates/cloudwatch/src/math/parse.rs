//! Expressions from text.

/// Deeper nesting is refused.
const MAX_DEPTH: usize = 48;
const MAX_OPERATORS: usize = 250;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Number(f64),
    Text(String),
    /// The id of another query.
    Id(String),
    Array(Vec<Expr>),
    Negate(Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    Call(Function, Vec<Expr>),
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    LessOrEqual,
    GreaterOrEqual,
    Less,
    Greater,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

macro_rules! functions {
    ($($variant:ident $name:literal $least:literal $most:literal,)*) => {
        /// A function that is served.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Function { $($variant,)* }

        impl Function {
            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
            fn arguments(self) -> (usize, usize) {
                match self { $(Self::$variant => ($least, $most),)* }
            }
        }
    };
}
functions! {
    Abs "ABS" 1 1,
    Avg "AVG" 1 1,
    Ceil "CEIL" 1 1,
    DatapointCount "DATAPOINT_COUNT" 1 1,
    Date "DATE" 1 1,
    Day "DAY" 1 1,
    Diff "DIFF" 1 1,
    DiffTime "DIFF_TIME" 1 1,
    Epoch "EPOCH" 1 1,
    Fill "FILL" 2 2,
    First "FIRST" 1 1,
    Floor "FLOOR" 1 1,
    Hour "HOUR" 1 1,
    If "IF" 2 3,
    Last "LAST" 1 1,
    Log "LOG" 1 1,
    Log10 "LOG10" 1 1,
    Max "MAX" 1 1,
    MetricCount "METRIC_COUNT" 1 1,
    Metrics "METRICS" 0 1,
    Min "MIN" 1 1,
    Minute "MINUTE" 1 1,
    Month "MONTH" 1 1,
    Period "PERIOD" 1 1,
    Rate "RATE" 1 1,
    RemoveEmpty "REMOVE_EMPTY" 1 1,
    RunningSum "RUNNING_SUM" 1 1,
    Slice "SLICE" 2 3,
    Sort "SORT" 3 4,
    Stddev "STDDEV" 1 1,
    Sum "SUM" 1 1,
    TimeSeries "TIME_SERIES" 1 1,
    Year "YEAR" 1 1,
}

/// AWS's other functions.
const UNSERVED: [&str; 8] = [
    "ANOMALY_DETECTION_BAND",
    "DB_PERF_INSIGHTS",
    "INSIGHT_RULE_METRIC",
    "LAMBDA",
    "SEARCH",
    "SERVICE_QUOTA",
    "SELECT",
    "DETECT_ANOMALY",
];

/// Words that `FILL` and `SORT` take.
const WORDS: [&str; 7] = ["REPEAT", "LINEAR", "ASC", "DESC", "AND", "OR", "NOT"];

/// Why an expression cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// It is wrong; the text says where.
    Wrong(String),
    /// AWS has it and this platform does not.
    Unserved(String),
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Problem::Wrong(text) | Problem::Unserved(text) => f.write_str(text),
        }
    }
}

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Result<Expr, Problem> {
    let beginning = text.trim_start();
    if beginning.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("SELECT ")) {
        return Err(Problem::Unserved("Metrics Insights (SELECT)".to_owned()));
    }
    let mut parser = Parser { text, at: 0, operators: 0 };
    let expr = parser.binary(0, 0)?;
    parser.blank();
    if parser.at < text.len() {
        return Err(parser.wrong("an operator or the end was expected"));
    }
    Ok(expr)
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    operators: usize,
}

/// Operators by how tightly they bind; longer spellings first.
const LEVELS: [&[(&str, Operator)]; 6] = [
    &[("||", Operator::Or), ("OR", Operator::Or)],
    &[("&&", Operator::And), ("AND", Operator::And)],
    &[
        ("==", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide)],
    &[("^", Operator::Power)],
];

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn blank(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn wrong(&self, what: &str) -> Problem {
        Problem::Wrong(format!("{what} at character {}", self.text[..self.at].chars().count() + 1))
    }

    fn accept(&mut self, token: &str) -> bool {
        self.blank();
        let is_word = token.starts_with(|c: char| c.is_ascii_alphabetic());
        let found = match self.rest().get(..token.len()) {
            Some(found) if is_word => {
                found.eq_ignore_ascii_case(token)
                    && !self.rest()[token.len()..]
                        .starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            }
            Some(found) => found == token,
            None => false,
        };
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), Problem> {
        if self.accept(token) { Ok(()) } else { Err(self.wrong(&format!("'{token}' was expected"))) }
    }

    fn binary(&mut self, level: usize, depth: usize) -> Result<Expr, Problem> {
        if depth > MAX_DEPTH {
            return Err(self.wrong("the expression nests too deeply"));
        }
        let Some(operators) = LEVELS.get(level) else { return self.unary(depth) };
        let mut left = self.binary(level + 1, depth)?;
        while let Some((_, operator)) = operators.iter().find(|(token, _)| self.accept(token)) {
            // A row of operators is a tree as deep as it is long.
            self.operators += 1;
            if self.operators > MAX_OPERATORS {
                return Err(self.wrong(&format!("the expression has more than {MAX_OPERATORS} operators")));
            }
            let right = self.binary(level + 1, depth + 1)?;
            left = Expr::Binary(*operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn unary(&mut self, depth: usize) -> Result<Expr, Problem> {
        if depth > MAX_DEPTH {
            return Err(self.wrong("the expression nests too deeply"));
        }
        if self.accept("-") {
            return Ok(Expr::Negate(Box::new(self.unary(depth + 1)?)));
        }
        if self.accept("(") {
            let inner = self.binary(0, depth + 1)?;
            self.expect(")")?;
            return Ok(inner);
        }
        if self.accept("[") {
            return Ok(Expr::Array(self.list("]", depth)?));
        }
        self.blank();
        for quote in ['"', '\''] {
            if let Some(rest) = self.rest().strip_prefix(quote) {
                let Some(end) = rest.find(quote) else { return Err(self.wrong("a text has no end")) };
                let inner = rest[..end].to_owned();
                self.at += end + 2;
                return Ok(Expr::Text(inner));
            }
        }
        let word: String =
            self.rest().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '.').collect();
        if word.is_empty() {
            return Err(self.wrong("a number, an id or a function was expected"));
        }
        if word.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return self.number();
        }
        let word: String = word.chars().take_while(|c| *c != '.').collect();
        let start = self.at;
        self.at += word.len();
        let upper = word.to_ascii_uppercase();
        if self.accept("(") {
            if UNSERVED.contains(&upper.as_str()) {
                return Err(Problem::Unserved(format!("The function {upper} of metric math")));
            }
            let Some(function) = Function::named(&upper) else {
                self.at = start;
                return Err(self.wrong(&format!("the function {word} is not known")));
            };
            let arguments = self.list(")", depth)?;
            let (least, most) = function.arguments();
            if !(least..=most).contains(&arguments.len()) {
                self.at = start;
                return Err(self
                    .wrong(&format!("{upper} takes {least} to {most} arguments, not {}", arguments.len())));
            }
            return Ok(Expr::Call(function, arguments));
        }
        if WORDS.contains(&word.as_str()) || Function::named(&word).is_some() {
            return Ok(Expr::Text(word));
        }
        Ok(Expr::Id(word))
    }

    fn number(&mut self) -> Result<Expr, Problem> {
        let bytes = self.rest().as_bytes();
        let mut end = 0;
        while let Some(byte) = bytes.get(end) {
            let signed = matches!(byte, b'+' | b'-') && matches!(bytes[end - 1], b'e' | b'E');
            let exponent = matches!(byte, b'e' | b'E')
                && bytes
                    .get(end + 1)
                    .is_some_and(|next| next.is_ascii_digit() || matches!(next, b'+' | b'-'));
            if !(byte.is_ascii_digit() || *byte == b'.' || exponent || (end > 0 && signed)) {
                break;
            }
            end += 1;
        }
        match self.rest()[..end].parse::<f64>() {
            Ok(number) if number.is_finite() => {
                self.at += end;
                Ok(Expr::Number(number))
            }
            _ => Err(self.wrong("this is no number")),
        }
    }

    fn list(&mut self, close: &str, depth: usize) -> Result<Vec<Expr>, Problem> {
        let mut items = Vec::new();
        if self.accept(close) {
            return Ok(items);
        }
        loop {
            items.push(self.binary(0, depth + 1)?);
            if self.accept(close) {
                return Ok(items);
            }
            self.expect(",")?;
        }
    }
}

impl Expr {
    /// The ids that it names.
    pub(crate) fn ids<'e>(&'e self, found: &mut Vec<&'e str>) {
        match self {
            Expr::Id(id) => found.push(id),
            Expr::Number(_) | Expr::Text(_) => {}
            Expr::Negate(inner) => inner.ids(found),
            Expr::Binary(_, left, right) => {
                left.ids(found);
                right.ids(found);
            }
            Expr::Array(items) | Expr::Call(_, items) => items.iter().for_each(|item| item.ids(found)),
        }
    }

    /// Whether it may come to one time series: not what is an array or a scalar by its form.
    pub(crate) fn may_be_series(&self) -> bool {
        match self {
            Expr::Id(_) => true,
            Expr::Number(_) | Expr::Text(_) | Expr::Array(_) => false,
            Expr::Negate(inner) => inner.may_be_series(),
            Expr::Binary(_, left, right) => left.may_be_series() || right.may_be_series(),
            Expr::Call(function, arguments) => match function {
                Function::Metrics | Function::Period | Function::MetricCount | Function::DatapointCount => {
                    false
                }
                Function::Sum | Function::Avg | Function::Min | Function::Max | Function::Stddev => {
                    // Of an array it is a series, of a series a scalar.
                    !matches!(arguments.first(), Some(Expr::Id(_)))
                }
                _ => true,
            },
        }
    }

    /// Whether a function is called somewhere in it.
    pub(crate) fn calls(&self, function: Function) -> bool {
        match self {
            Expr::Number(_) | Expr::Text(_) | Expr::Id(_) => false,
            Expr::Negate(inner) => inner.calls(function),
            Expr::Binary(_, left, right) => left.calls(function) || right.calls(function),
            Expr::Array(items) => items.iter().any(|item| item.calls(function)),
            Expr::Call(called, items) => *called == function || items.iter().any(|item| item.calls(function)),
        }
    }
}
