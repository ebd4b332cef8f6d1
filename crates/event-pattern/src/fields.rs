//! The scalars of an event that patterns ask about, and the array elements they lie in.

use std::cell::OnceCell;
use std::ops::Range;

use serde_json::Value;

use crate::paths::{PathId, Paths};
use crate::values::{Leaf, Scalar};

/// An array of the event and the index of one of its elements.
pub(crate) type Element = (u32, u32);

/// One scalar of the event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'e> {
    path: PathId,
    pub(crate) scalar: Scalar<'e>,
    /// The innermost array element it lies in, as an index into `Fields::elements`.
    inside: Option<u32>,
    /// When it was found. What lies in one array, and in one element of it, is found without anything else between.
    at: u32,
}

impl Field<'_> {
    /// Whether it lies in no element of an array of objects.
    pub(crate) fn is_outside_arrays(&self) -> bool {
        self.inside.is_none()
    }
}

/// From when to when something was found.
type Span = Range<u32>;

#[derive(Debug)]
struct Inside {
    around: Option<u32>,
    element: Element,
    span: Span,
}

/// The scalars at one path.
#[derive(Debug)]
struct Run {
    path: PathId,
    /// Where they end in `Fields::all`; they begin where those of the path before end.
    end: usize,
    /// If there are many: their places in `Fields::all` by value, made when first needed.
    by_value: OnceCell<Box<[u32]>>,
}

/// The scalars of one event.
#[derive(Debug, Default)]
pub(crate) struct Fields<'e> {
    /// Sorted by path, then by when they were found.
    all: Vec<Field<'e>>,
    /// Sorted by path.
    runs: Vec<Run>,
    /// Outer arrays have smaller numbers than those inside them.
    elements: Vec<Inside>,
    /// By the number of an array.
    arrays: Vec<Span>,
}

/// What the walk through an event has to do next.
enum Step<'e> {
    Value(&'e Value, PathId, Option<u32>),
    Element(&'e Value, PathId, u32),
    EndElement(u32),
    EndArray(u32),
}

/// From so many scalars of one path on, exact values are looked up and not compared one by one.
/// (The events of the tests are small.)
const MANY: usize = if cfg!(test) { 2 } else { 16 };

impl<'e> Fields<'e> {
    /// Finds the scalars that `paths` names. Walks with a stack of its own, so depth is no danger.
    pub(crate) fn of(event: &'e Value, paths: &Paths) -> Self {
        let mut fields = Self::default();
        let mut todo = vec![Step::Value(event, Paths::ROOT, None)];
        while let Some(step) = todo.pop() {
            match step {
                Step::Value(Value::Object(members), path, inside) => {
                    for (name, value) in members {
                        if let Some(below) = paths.descend(path, name) {
                            todo.push(Step::Value(value, below, inside));
                        }
                    }
                }
                Step::Value(Value::Array(values), path, inside) => {
                    fields.array(values, path, inside, paths, &mut todo);
                }
                Step::Value(scalar, path, inside) => fields.scalar(scalar, path, inside, paths),
                Step::Element(value, path, number) => {
                    fields.elements[number as usize].span.start = fields.now();
                    todo.push(Step::EndElement(number));
                    todo.push(Step::Value(value, path, Some(number)));
                }
                Step::EndElement(number) => fields.elements[number as usize].span.end = fields.now(),
                Step::EndArray(number) => fields.arrays[number as usize].end = fields.now(),
            }
        }
        fields.all.sort_by_key(|field| field.path);
        for (place, field) in fields.all.iter().enumerate() {
            match fields.runs.last_mut() {
                Some(run) if run.path == field.path => run.end = place + 1,
                _ => fields.runs.push(Run { path: field.path, end: place + 1, by_value: OnceCell::new() }),
            }
        }
        fields
    }

    fn now(&self) -> u32 {
        u32::try_from(self.all.len()).unwrap_or(u32::MAX)
    }

    fn scalar(&mut self, value: &'e Value, path: PathId, inside: Option<u32>, paths: &Paths) {
        if paths.is_used(path)
            && let Some(scalar) = Scalar::of(value)
        {
            self.all.push(Field { path, scalar, inside, at: self.now() });
        }
    }

    fn array(
        &mut self,
        values: &'e [Value],
        path: PathId,
        inside: Option<u32>,
        paths: &Paths,
        todo: &mut Vec<Step<'e>>,
    ) {
        // The scalars of one array belong together, any of them may match: they lie in no element of it.
        for value in values {
            self.scalar(value, path, inside, paths);
        }
        let array = self.arrays.len() as u32;
        let mut elements = values
            .iter()
            .enumerate()
            .filter(|(_, value)| value.is_array() || value.is_object() && paths.goes_on(path))
            .peekable();
        if elements.peek().is_none() {
            return;
        }
        self.arrays.push(self.now()..self.now());
        todo.push(Step::EndArray(array));
        for (index, value) in elements {
            let number = self.elements.len() as u32;
            let element = (array, u32::try_from(index).unwrap_or(u32::MAX));
            self.elements.push(Inside { around: inside, element, span: 0..0 });
            todo.push(Step::Element(value, path, number));
        }
    }

    fn run_of(&self, path: PathId) -> Option<(&Run, Range<usize>)> {
        let number = self.runs.binary_search_by_key(&path, |run| run.path).ok()?;
        let start = number.checked_sub(1).map_or(0, |before| self.runs[before].end);
        Some((&self.runs[number], start..self.runs[number].end))
    }

    /// The scalars at a path.
    pub(crate) fn at(&self, path: PathId) -> &[Field<'e>] {
        self.run_of(path).map_or(&[], |(_, range)| &self.all[range])
    }

    /// How many paths have scalars.
    pub(crate) fn len(&self) -> usize {
        self.runs.len()
    }

    /// All paths with their scalars.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (PathId, &[Field<'e>])> {
        self.runs.iter().scan(0, |start, run| {
            let here = &self.all[*start..run.end];
            *start = run.end;
            Some((run.path, here))
        })
    }

    /// The first of the scalars at a path that pass, at most so many.
    pub(crate) fn passing(&self, path: PathId, leaf: &Leaf, most: usize) -> Vec<&Field<'e>> {
        let Some((run, range)) = self.run_of(path) else { return Vec::new() };
        if range.len() < MANY || !leaf.tests().is_empty() {
            return self.all[range].iter().filter(|field| leaf.passes(field.scalar)).take(most).collect();
        }
        let scalar_at = |place: &u32| self.all[*place as usize].scalar;
        let by_value = run.by_value.get_or_init(|| {
            let mut places: Box<[u32]> = range.map(|place| place as u32).collect();
            places.sort_by(|one, other| scalar_at(one).compare(scalar_at(other)));
            places
        });
        let mut passing = Vec::new();
        for literal in leaf.exact() {
            let wanted = literal.as_scalar();
            let first = by_value.partition_point(|place| scalar_at(place).compare(wanted).is_lt());
            let equal = by_value[first..].iter().take_while(|place| scalar_at(place).compare(wanted).is_eq());
            passing.extend(equal.take(most - passing.len()).map(|place| &self.all[*place as usize]));
        }
        passing
    }

    /// Whether a scalar at a path passes.
    pub(crate) fn any_passes(&self, path: PathId, leaf: &Leaf) -> bool {
        let here = self.at(path);
        if here.len() < MANY {
            here.iter().any(|field| leaf.passes(field.scalar))
        } else {
            !self.passing(path, leaf, 1).is_empty()
        }
    }

    /// Whether no array has to be looked at: then every choice of fields is a right one.
    pub(crate) fn are_flat(&self) -> bool {
        self.elements.is_empty()
    }

    /// The array elements a field lies in, the outermost first.
    pub(crate) fn elements_of(&self, field: &Field<'_>) -> Vec<Element> {
        let mut all: Vec<Element> = self.around(field).map(|inside| inside.element).collect();
        all.reverse();
        all
    }

    /// The array elements around a field, the innermost first.
    fn around(&self, field: &Field<'_>) -> impl Iterator<Item = &Inside> {
        std::iter::successors(field.inside, |inside| self.elements[*inside as usize].around)
            .map(|inside| &self.elements[inside as usize])
    }

    /// The scalars at a path that do not lie in other elements than `field` does of the arrays around it.
    pub(crate) fn beside(&self, field: &Field<'_>, path: PathId) -> impl Iterator<Item = &Field<'e>> {
        // From the outside inwards: before the outermost array, then in its element before the next array, and so on;
        // and the same outwards.
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let (mut start, mut end) = (0, u32::MAX);
        let around: Vec<&Inside> = self.around(field).collect();
        for inside in around.into_iter().rev() {
            let array = &self.arrays[inside.element.0 as usize];
            before.push(start..array.start);
            after.push(array.end..end);
            (start, end) = (inside.span.start, inside.span.end);
        }
        before.push(start..end);
        let here = self.at(path);
        before.into_iter().chain(after.into_iter().rev()).flat_map(move |span| {
            let from = here.partition_point(|field| field.at < span.start);
            let to = here.partition_point(|field| field.at < span.end);
            &here[from..to.max(from)]
        })
    }
}
