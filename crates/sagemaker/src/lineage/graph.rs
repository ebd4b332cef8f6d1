//! The lineage graph, and walks on it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use super::entity::{Association, Entity};

/// Entities by ARN, and what leads from one to another.
#[derive(Debug, Default)]
pub(super) struct Graph {
    entities: BTreeMap<String, Entity>,
    associations: BTreeMap<(String, String), Association>,
}

/// Which way a walk goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ascendants,
    Descendants,
    Both,
}

/// An entity that a walk came to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reached<'g> {
    pub(super) entity: &'g Entity,
    /// How many associations away from the start.
    pub(super) depth: usize,
    /// Where the walk came from.
    from: Option<&'g str>,
}

impl Reached<'_> {
    /// The order of answers: near ones first.
    pub(super) fn order(&self, depth: usize, arn: &str) -> Ordering {
        self.depth.cmp(&depth).then_with(|| self.entity.arn.as_str().cmp(arn))
    }
}

impl Graph {
    /// Adds an entity; one that is there already stays, and is as old as the older of the two.
    pub(super) fn add(&mut self, entity: Entity) {
        match self.entities.get_mut(&entity.arn) {
            Some(there) => {
                there.created = there.created.min(entity.created);
                there.modified = there.modified.max(entity.modified);
            }
            None => drop(self.entities.insert(entity.arn.clone(), entity)),
        }
    }

    /// Adds an association; one that is there already stays.
    pub(super) fn associate(&mut self, association: Association) {
        let key = (association.source.clone(), association.destination.clone());
        self.associations.entry(key).or_insert(association);
    }

    pub(super) fn get(&self, arn: &str) -> Option<&Entity> {
        self.entities.get(arn)
    }

    pub(super) fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.entities.values()
    }

    pub(super) fn associations(&self) -> impl Iterator<Item = &Association> {
        self.associations.values()
    }

    pub(super) fn association(&self, source: &str, destination: &str) -> Option<&Association> {
        self.associations.get(&(source.to_owned(), destination.to_owned()))
    }

    /// All entities within `depth` associations of a start, the start first, then by distance and ARN.
    pub(super) fn walk(&self, start: &str, direction: Direction, depth: usize) -> Vec<Reached<'_>> {
        let Some(entity) = self.entities.get(start) else { return Vec::new() };
        let mut neighbours: HashMap<&str, Vec<&str>> = HashMap::new();
        for association in self.associations.values() {
            let (source, destination) = (association.source.as_str(), association.destination.as_str());
            if direction != Direction::Ascendants {
                neighbours.entry(source).or_default().push(destination);
            }
            if direction != Direction::Descendants {
                neighbours.entry(destination).or_default().push(source);
            }
        }
        let mut seen = HashSet::from([entity.arn.as_str()]);
        let mut reached = vec![Reached { entity, depth: 0, from: None }];
        let mut todo = VecDeque::from([(entity.arn.as_str(), 0)]);
        while let Some((arn, so_far)) = todo.pop_front() {
            if so_far == depth {
                continue;
            }
            for next in neighbours.get(arn).into_iter().flatten() {
                // An association may outlive an entity that follows from a resource.
                if let Some(entity) = self.entities.get(*next)
                    && seen.insert(entity.arn.as_str())
                {
                    reached.push(Reached { entity, depth: so_far + 1, from: Some(arn) });
                    todo.push_back((entity.arn.as_str(), so_far + 1));
                }
            }
        }
        reached.sort_by(|a, b| a.order(b.depth, &b.entity.arn));
        reached
    }
}

/// The ARNs on the ways from the start to some of the entities that a walk came to, both ends included.
pub(super) fn on_the_way<'g>(
    reached: &[Reached<'g>],
    wanted: impl Iterator<Item = &'g str>,
) -> HashSet<&'g str> {
    let from: HashMap<&str, Option<&'g str>> =
        reached.iter().map(|one| (one.entity.arn.as_str(), one.from)).collect();
    let mut ways = HashSet::new();
    for arn in wanted {
        let mut at = Some(arn);
        while let Some(arn) = at.filter(|arn| ways.insert(*arn)) {
            at = from.get(arn).copied().flatten();
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use lirio_api::Timestamp;

    use super::super::entity::Lineage;
    use super::*;

    fn graph(edges: &[&str]) -> Graph {
        let mut graph = Graph::default();
        for edge in edges {
            let (source, destination) = edge.split_once('-').unwrap();
            for arn in [source, destination] {
                graph.add(Entity::new(Lineage::Artifact, arn.to_owned(), "X", arn, Timestamp(0)));
            }
            graph.associate(Association {
                source: source.to_owned(),
                destination: destination.to_owned(),
                kind: None,
                created: Timestamp(0),
                created_by: None,
            });
        }
        graph
    }

    #[test]
    fn walks_go_as_far_and_where_they_are_told() {
        let graph = graph(&["a-b", "b-c", "c-d", "x-c", "c-a", "d-e"]);
        let check = |start: &str, direction, depth, expected: &str| {
            let found: Vec<String> = graph
                .walk(start, direction, depth)
                .iter()
                .map(|one| format!("{}{}", one.entity.arn, one.depth))
                .collect();
            assert_eq!(found.join(" "), expected);
        };
        check("a", Direction::Descendants, 10, "a0 b1 c2 d3 e4");
        check("a", Direction::Descendants, 2, "a0 b1 c2");
        check("d", Direction::Ascendants, 10, "d0 c1 b2 x2 a3");
        check("x", Direction::Both, 2, "x0 c1 a2 b2 d2");
        check("none", Direction::Both, 10, "");
        let reached = graph.walk("a", Direction::Descendants, 10);
        let mut ways: Vec<_> = on_the_way(&reached, ["d"].into_iter()).into_iter().collect();
        ways.sort_unstable();
        assert_eq!(ways, ["a", "b", "c", "d"]);
    }
}
