// Names of the Web Annotation Protocol and of Linked Data Platform, on which it stands (W3C Recommendations of 2017 and 2015).

export const annotationContext = "http://www.w3.org/ns/anno.jsonld";
export const platformContext = "http://www.w3.org/ns/ldp.jsonld";

const ldp = "http://www.w3.org/ns/ldp#";
const oa = "http://www.w3.org/ns/oa#";

/** What `Link: …; rel="type"` says of a container and of an annotation. */
export const containerType = `${ldp}BasicContainer`;
export const resourceType = `${ldp}Resource`;
export const annotationType = `${oa}Annotation`;

export const constrainedBy = `${ldp}constrainedBy`;
export const protocolSpecification = "http://www.w3.org/TR/annotation-protocol/";

/** What a client may ask for in `Prefer: return=representation;include="…"`. */
export const preferences = {
  minimal: `${ldp}PreferMinimalContainer`,
  iris: `${oa}PreferContainedIRIs`,
  descriptions: `${oa}PreferContainedDescriptions`,
} as const;

export type Preference = keyof typeof preferences;

export const mediaType = "application/ld+json";
export const profiledMediaType = `${mediaType}; profile="${annotationContext}"`;
