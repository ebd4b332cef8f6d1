//! The scalars of an event that patterns ask about, and the array elements they lie in.

use serde_json::Value;

use crate::paths::{PathId, Paths};
use crate::values::Scalar;

/// An array of the event and the index of one of its elements.
pub(crate) type Element = (u32, u32);

/// One scalar of the event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'e> {
    path: PathId,
    pub(crate) scalar: Scalar<'e>,
    /// The innermost array element it lies in, as an index into `Fields::elements`.
    inside: Option<u32>,
}

impl Field<'_> {
    /// Whether it lies in no element of an array of objects.
    pub(crate) fn is_outside_arrays(&self) -> bool {
        self.inside.is_none()
    }
}

/// The scalars of one event.
#[derive(Debug, Default)]
pub(crate) struct Fields<'e> {
    /// Sorted by path.
    all: Vec<Field<'e>>,
    /// Each path with where its scalars end in `all`; sorted, and they begin where those before end.
    ends: Vec<(PathId, usize)>,
    /// Each element with the element around it. Outer arrays have smaller numbers than those inside them.
    elements: Vec<(Option<u32>, Element)>,
}

impl<'e> Fields<'e> {
    /// Finds the scalars that `paths` names. Walks with a stack of its own, so depth is no danger.
    pub(crate) fn of(event: &'e Value, paths: &Paths) -> Self {
        let mut fields = Self::default();
        let mut arrays = 0;
        let mut todo: Vec<(&Value, PathId, Option<u32>)> = vec![(event, Paths::ROOT, None)];
        while let Some((value, path, inside)) = todo.pop() {
            match value {
                Value::Object(members) => {
                    for (name, value) in members {
                        if let Some(below) = paths.descend(path, name) {
                            todo.push((value, below, inside));
                        }
                    }
                }
                Value::Array(values) => {
                    let array = arrays;
                    arrays += 1;
                    for (index, value) in values.iter().enumerate() {
                        let element = match value {
                            Value::Object(_) if paths.goes_on(path) => fields.element(inside, array, index),
                            Value::Array(_) => fields.element(inside, array, index),
                            Value::Object(_) => continue,
                            // The scalars of one array belong together: any of them may match.
                            _ => inside,
                        };
                        todo.push((value, path, element));
                    }
                }
                scalar if paths.is_used(path) => {
                    if let Some(scalar) = Scalar::of(scalar) {
                        fields.all.push(Field { path, scalar, inside });
                    }
                }
                _ => {}
            }
        }
        fields.all.sort_by_key(|field| field.path);
        for (at, field) in fields.all.iter().enumerate() {
            match fields.ends.last_mut() {
                Some((path, end)) if *path == field.path => *end = at + 1,
                _ => fields.ends.push((field.path, at + 1)),
            }
        }
        fields
    }

    fn element(&mut self, around: Option<u32>, array: u32, index: usize) -> Option<u32> {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        self.elements.push((around, (array, index)));
        u32::try_from(self.elements.len() - 1).ok()
    }

    /// The scalars at a path.
    pub(crate) fn at(&self, path: PathId) -> &[Field<'e>] {
        match self.ends.binary_search_by_key(&path, |(path, _)| *path) {
            Ok(number) => self.run(number),
            Err(_) => &[],
        }
    }

    /// How many paths have scalars.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All paths with their scalars.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (PathId, &[Field<'e>])> {
        (0..self.ends.len()).map(|number| (self.ends[number].0, self.run(number)))
    }

    fn run(&self, number: usize) -> &[Field<'e>] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before].1);
        &self.all[start..self.ends[number].1]
    }

    /// Whether no array has to be looked at: then every choice of fields is a right one.
    pub(crate) fn are_flat(&self) -> bool {
        self.elements.is_empty()
    }

    /// The array elements a field lies in, the outermost first.
    pub(crate) fn elements_of(&self, field: &Field<'_>) -> Vec<Element> {
        let mut all = Vec::new();
        let mut at = field.inside;
        while let Some(index) = at {
            let (around, element) = self.elements[index as usize];
            all.push(element);
            at = around;
        }
        all.reverse();
        all
    }
}
