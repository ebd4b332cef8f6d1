//! The OCI registry: the distribution specification 1.1 under `/v2/`.
//!
//! Every request names its caller by a token of ECR (Basic authentication as `AWS`) or by an AWS signature,
//! and needs of IAM what ECR's own operations would.  Answers wait until what they promise is durable.

mod answer;
mod blobs;
mod listings;
mod manifests;
mod uploads;
mod uri;

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::request::Parts;
use http::{Method, StatusCode, header};
use lirio_api::{AwsError, Body};
use lirio_image::RepositoryName;
use lirio_service::{BoxFuture, Caller, HttpRoute, Principal, RawRequest, RawResponse, Scope, Source};

use self::answer::{Refusal, answer, json};
use self::uri::{Target, parameters, target};
use crate::tables::{Place, REPOSITORIES, RepositoryRow};
use crate::token::{BadToken, Claims};
use crate::{Ecr, authorize, policies};

/// The route.
pub(crate) struct RegistryRoute {
    ecr: Arc<Ecr>,
}

/// A request whose caller is known.
struct Call {
    ecr: Arc<Ecr>,
    caller: Caller,
    scope: Scope,
    head: Parts,
    query: Vec<(String, String)>,
}

/// What a Basic authorization says.
enum Presented {
    /// None, or one of another kind.
    Nothing,
    Good(Claims),
    Bad(BadToken),
}

impl RegistryRoute {
    pub(crate) fn new(ecr: Arc<Ecr>) -> Self {
        Self { ecr }
    }

    fn presented(&self, head: &Parts) -> Result<Presented, AwsError> {
        let basic = head
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"));
        let Some((_, encoded)) = basic else { return Ok(Presented::Nothing) };
        let pair = STANDARD.decode(encoded.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(("AWS", token)) = pair.as_deref().and_then(|pair| pair.split_once(':')) else {
            return Ok(Presented::Bad(BadToken::Invalid));
        };
        Ok(match self.ecr.claims(token)? {
            Ok(claims) => Presented::Good(claims),
            Err(bad) => Presented::Bad(bad),
        })
    }

    async fn respond(&self, request: RawRequest) -> Result<RawResponse, Refusal> {
        let RawRequest { head, body, caller } = request;
        let presented = self.presented(&head)?;
        let scope = self.scope(&head, &presented);
        if caller.principal == Principal::Anonymous {
            return Err(match presented {
                Presented::Bad(BadToken::Expired) => Refusal::new(
                    StatusCode::FORBIDDEN,
                    "DENIED",
                    "Your authorization token has expired. Reauthenticate and try again.",
                ),
                _ => Refusal::challenge(&scope),
            });
        }
        let target = target(head.uri.path())?;
        let query = parameters(head.uri.query().unwrap_or_default());
        let call = Call { ecr: self.ecr.clone(), caller, scope, head, query };
        call.route(target, body).await
    }

    /// The region is the token's, else that of the host's name, else the platform's.
    fn scope(&self, head: &Parts, presented: &Presented) -> Scope {
        let mut scope = self.ecr.platform.scope.clone();
        if let Presented::Good(claims) = presented {
            scope.region = claims.region.as_str().into();
        } else if let Some(host) = head.headers.get(header::HOST).and_then(|host| host.to_str().ok())
            && let Some((_, rest)) = host.split_once(".dkr.ecr.")
            && let Some((region, _)) = rest.split_once('.')
        {
            scope.region = region.into();
        }
        scope
    }
}

impl HttpRoute for RegistryRoute {
    fn matches(&self, head: &Parts) -> bool {
        head.uri.path() == "/v2" || head.uri.path().starts_with("/v2/")
    }

    fn authenticate(&self, head: &Parts, sigv4: Option<Caller>) -> Result<Option<Caller>, AwsError> {
        if sigv4.is_some() {
            return Ok(sigv4);
        }
        let Presented::Good(claims) = self.presented(head)? else { return Ok(None) };
        let user_agent = head.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        // The door puts the client's address among the extensions; without it no address range matches.
        let address = head.extensions.get::<IpAddr>().copied().unwrap_or(Ipv4Addr::UNSPECIFIED.into());
        Ok(Some(Caller {
            principal: claims.principal,
            access_key: claims.access_key,
            source: Source::Http { address, user_agent: user_agent.unwrap_or_default().into() },
            may_wait: false,
        }))
    }

    fn handle(&self, request: RawRequest) -> BoxFuture<'_, RawResponse> {
        Box::pin(async move {
            let is_head = request.head.method == Method::HEAD;
            self.respond(request).await.unwrap_or_else(|refusal| refusal.into_response(is_head))
        })
    }
}

impl Call {
    async fn route(self, target: Target, body: Body) -> Result<RawResponse, Refusal> {
        let method = self.head.method.clone();
        match (target, method.as_str()) {
            (Target::Base, "GET" | "HEAD") => Ok(json(StatusCode::OK, &serde_json::json!({}))),
            (Target::Catalog, "GET") => self.catalog(),
            (Target::Blob { name, digest }, "GET" | "HEAD") => self.blob(&name, &digest),
            (Target::Uploads { name }, "POST") => self.begin_upload(&name, body).await,
            (Target::Upload { name, id }, "GET") => self.upload_status(&name, &id),
            (Target::Upload { name, id }, "PATCH") => self.add_to_upload(&name, &id, body).await,
            (Target::Upload { name, id }, "PUT") => self.end_upload(&name, &id, body).await,
            (Target::Upload { name, id }, "DELETE") => self.cancel_upload(&name, &id).await,
            (Target::Manifest { name, reference }, "GET" | "HEAD") => self.manifest(&name, &reference).await,
            (Target::Manifest { name, reference }, "PUT") => self.put_manifest(&name, &reference, body).await,
            (Target::Manifest { name, reference }, "DELETE") => self.delete_manifest(&name, &reference).await,
            (Target::Tags { name }, "GET") => self.tags(&name),
            (Target::Referrers { name, digest }, "GET") => self.referrers(&name, &digest),
            _ => Err(Refusal::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "UNSUPPORTED",
                "The operation is unsupported.",
            )),
        }
    }

    /// The repository, if the caller may do one of these there and it exists.
    fn repository(&self, name: &RepositoryName, actions: &[&str]) -> Result<(Place, RepositoryRow), Refusal> {
        let place = Place::new(&self.scope, name.as_str());
        let row = self.ecr.platform.store.read(|r| REPOSITORIES.get(r, &place.key()))?;
        let policy = row.as_ref().map(policies::document).transpose()?.flatten();
        let arn = place.arn();
        let mut denied = None;
        for action in actions {
            let platform = &self.ecr.platform;
            match authorize::check(platform, &self.scope, &self.caller, action, &arn, policy.as_ref()) {
                Ok(()) => {
                    denied = None;
                    break;
                }
                Err(error) => denied = denied.or(Some(error)),
            }
        }
        if let Some(error) = denied {
            return Err(Refusal::denied(error));
        }
        match row {
            Some(row) => Ok((place, row)),
            None => Err(Refusal::unknown_repository(&place)),
        }
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    fn header(&self, name: header::HeaderName) -> Option<&str> {
        self.head.headers.get(name).and_then(|value| value.to_str().ok())
    }

    fn is_head(&self) -> bool {
        self.head.method == Method::HEAD
    }
}

/// An answer without a body.
fn empty(status: StatusCode) -> http::response::Builder {
    answer(status).header(header::CONTENT_LENGTH, 0)
}
