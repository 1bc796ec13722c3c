/** A text in which none of the secrets stands any more, neither as it is nor as a form or JSON would write it. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [
    secret,
    secret.trim(),
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ]);
  // Long ones first: one may be a part of another.
  const known = [...new Set(forms)].filter((form) => form !== '').toSorted((a, b) => b.length - a.length);
  return known.reduce((clean, form) => clean.replaceAll(form, '[secret]'), text);
}
