//! `QueryLineage`.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{Edge, QueryFilters, QueryLineageRequest, QueryLineageResponse, Vertex};
use lirio_service::Context;

use super::entities::missing;
use super::entity::Entity;
use super::graph::{Direction, Reached, on_the_way};
use crate::SageMaker;
use crate::listing::{read_token, write_token};

/// The farthest that a query looks.
const DEPTH: i64 = 10;
/// The most vertices of a page.
const PAGE: i64 = 50;

impl SageMaker {
    pub(crate) async fn query_lineage(
        self: Arc<Self>,
        ctx: Context,
        input: QueryLineageRequest,
    ) -> Result<QueryLineageResponse, AwsError> {
        let graph = self.lineage(&ctx.scope)?;
        let direction = match input.direction.as_deref() {
            Some("Ascendants") => Direction::Ascendants,
            Some("Descendants") => Direction::Descendants,
            _ => Direction::Both,
        };
        let bounded = |name: &str, asked: Option<i64>, most: i64| match asked.unwrap_or(most) {
            asked if asked < 1 => {
                Err(AwsError::validation(format!("{name} is {asked}; it must be at least 1.")))
            }
            asked => Ok(usize::try_from(asked.min(most)).unwrap_or(usize::MAX)),
        };
        let depth = bounded("MaxDepth", input.max_depth, DEPTH)?;
        let page = bounded("MaxResults", input.max_results, PAGE)?;
        let filters = input.filters.unwrap_or_default();
        let Some(start) = input.start_arns.iter().flatten().next() else {
            return Err(AwsError::validation(
                "StartArns is required: the entity that the query starts from.",
            ));
        };
        if graph.get(start).is_none() {
            return Err(missing(start));
        }
        let reached = graph.walk(start, direction, depth);
        let wanted = |one: &&Reached<'_>| one.depth > 0 && fits(one.entity, &filters);
        let with_edges = input.include_edges == Some(true);
        let matched = reached.iter().filter(wanted).map(|one| one.entity.arn.as_str());
        // With edges, the ways to what matches are shown too, the start among them.
        let ways = if with_edges { Some(on_the_way(&reached, matched)) } else { None };
        let shown: Vec<&Reached<'_>> = reached
            .iter()
            .filter(|one| match &ways {
                Some(ways) => ways.contains(one.entity.arn.as_str()),
                None => wanted(one),
            })
            .collect();
        let after: Option<(usize, String)> = input.next_token.as_deref().map(read_token).transpose()?;
        let mut vertices: Vec<&Reached<'_>> = shown
            .iter()
            .copied()
            .filter(|one| {
                after.as_ref().is_none_or(|(depth, arn)| one.order(*depth, arn) == Ordering::Greater)
            })
            .collect();
        let more = vertices.len() > page;
        vertices.truncate(page);
        let next_token =
            if more { vertices.last().map(|one| write_token(&(one.depth, &one.entity.arn))) } else { None };
        let edges = with_edges.then(|| {
            // An edge comes with the later one of its ends, so that every page can be drawn with those before.
            let places: HashMap<&str, usize> =
                shown.iter().enumerate().map(|(place, one)| (one.entity.arn.as_str(), place)).collect();
            let on_page = |place: usize| {
                shown.get(place).is_some_and(|one| vertices.iter().any(|vertex| std::ptr::eq(*vertex, *one)))
            };
            graph
                .associations()
                .filter(|association| {
                    let source = places.get(association.source.as_str());
                    let destination = places.get(association.destination.as_str());
                    source
                        .zip(destination)
                        .is_some_and(|(source, destination)| on_page(*source.max(destination)))
                })
                .map(|association| Edge {
                    source_arn: Some(association.source.clone()),
                    destination_arn: Some(association.destination.clone()),
                    association_type: association.kind.clone(),
                })
                .collect()
        });
        let vertices = vertices
            .iter()
            .map(|one| Vertex {
                arn: Some(one.entity.arn.clone()),
                r#type: Some(one.entity.kind.clone()),
                lineage_type: Some(one.entity.lineage.as_str().to_owned()),
            })
            .collect();
        Ok(QueryLineageResponse { vertices: Some(vertices), edges, next_token })
    }
}

fn fits(entity: &Entity, filters: &QueryFilters) -> bool {
    let among = |wanted: &Option<Vec<String>>, found: &str| {
        wanted.as_ref().is_none_or(|wanted| wanted.is_empty() || wanted.iter().any(|one| one == found))
    };
    among(&filters.types, &entity.kind)
        && among(&filters.lineage_types, entity.lineage.as_str())
        && filters.created_before.is_none_or(|time| entity.created <= time)
        && filters.created_after.is_none_or(|time| entity.created >= time)
        && filters.modified_before.is_none_or(|time| entity.modified <= time)
        && filters.modified_after.is_none_or(|time| entity.modified >= time)
        // "If multiple pairs are provided, an entity is included in the results if it matches any of" them.
        && filters.properties.as_ref().is_none_or(|pairs| {
            pairs.is_empty() || pairs.iter().any(|(name, value)| entity.properties.get(name) == Some(value))
        })
}
