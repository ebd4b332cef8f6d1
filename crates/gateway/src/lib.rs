//! The one door: identify, authenticate, authorize, decode, call, encode.
