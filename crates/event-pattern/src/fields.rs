//! The scalars of an event that patterns ask about, and the array elements they lie in.

use std::collections::HashMap;

use serde_json::Value;

use crate::paths::{PathId, Paths};

/// An array of the event and the index of one of its elements.
pub(crate) type Element = (u32, u32);

/// One scalar of the event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'e> {
    pub(crate) value: &'e Value,
    /// The innermost array element it lies in, as an index into `Fields::elements`.
    inside: Option<u32>,
}

/// The scalars of one event.
#[derive(Debug, Default)]
pub(crate) struct Fields<'e> {
    by_path: HashMap<PathId, Vec<Field<'e>>>,
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
                    fields.by_path.entry(path).or_default().push(Field { value: scalar, inside });
                }
                _ => {}
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
        self.by_path.get(&path).map_or(&[], Vec::as_slice)
    }

    /// All paths with their scalars.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (PathId, &[Field<'e>])> {
        self.by_path.iter().map(|(path, fields)| (*path, fields.as_slice()))
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
