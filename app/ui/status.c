/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "status.h"

#include <string.h>

typedef struct
{
  const char *value;
  AccordStatus status;
} Row;

/* Round shapes for what is asked and answered, square ones for what a body said of a case, so that no shape
 * means two things. */
static const Row rows[] = {
  { "open", { "accord-status-open-symbolic", "open" } },
  { "planned", { "accord-status-open-symbolic", "open" } },
  { "proposed", { "accord-status-open-symbolic", "open" } },
  { "asked", { "accord-status-open-symbolic", "open" } },
  { "offered", { "accord-status-open-symbolic", "open" } },
  { "vacant", { "accord-status-open-symbolic", "open" } },
  { "to-come", { "accord-status-open-symbolic", "open" } },
  { "provisional", { "accord-status-open-symbolic", "open" } },
  { "answered", { "accord-status-answered-symbolic", "answered" } },
  { "under-way", { "accord-status-answered-symbolic", "answered" } },
  { "recruiting", { "accord-status-answered-symbolic", "answered" } },
  { "engagement", { "accord-status-answered-symbolic", "answered" } },
  { "accepted", { "accord-status-accepted-symbolic", "accepted" } },
  { "done", { "accord-status-accepted-symbolic", "accepted" } },
  { "complete", { "accord-status-accepted-symbolic", "accepted" } },
  { "filled", { "accord-status-accepted-symbolic", "accepted" } },
  { "confirmed", { "accord-status-accepted-symbolic", "accepted" } },
  { "closed", { "accord-status-accepted-symbolic", "accepted" } },
  { "returned", { "accord-status-accepted-symbolic", "accepted" } },
  { "met", { "accord-status-accepted-symbolic", "accepted" } },
  { "partly", { "accord-status-answered-symbolic", "answered" } },
  { "not-met", { "accord-status-overdue-symbolic", "overdue" } },
  { "not-applicable", { "accord-status-unknown-symbolic", "unknown" } },
  { "missed", { "accord-status-overdue-symbolic", "overdue" } },
  { "contradicted", { "accord-status-overdue-symbolic", "overdue" } },
  { "draft", { "accord-status-unknown-symbolic", "unknown" } },
  { "not-known", { "accord-status-unknown-symbolic", "unknown" } },
  { "cannot-check", { "accord-status-unknown-symbolic", "unknown" } },
  { "cancelled", { "accord-status-unknown-symbolic", "unknown" } },
  { "moved", { "accord-status-unknown-symbolic", "unknown" } },
  { "withdrawn", { "accord-status-unknown-symbolic", "unknown" } },
  { "endorsed", { "accord-outcome-endorsed-symbolic", "accepted" } },
  { "approved", { "accord-outcome-endorsed-symbolic", "accepted" } },
  { "endorsed-with-caveats", { "accord-outcome-caveats-symbolic", "answered" } },
  { "deferred", { "accord-outcome-deferred-symbolic", "open" } },
  { "not-endorsed", { "accord-outcome-refused-symbolic", "overdue" } },
  { "comment", { "accord-outcome-comment-symbolic", "unknown" } },
};

static const char *const status_fields[] = { "state", "status", "outcome", NULL };

/**
 * accord_status_find:
 * @field: a field
 * @value: (nullable): its value
 *
 * Only fields that say how things stand (`state`, `status`, `outcome`) have one: a meeting's type is no
 * status.
 *
 * Returns: (transfer none) (nullable): how to show @value, or %NULL when it is just a word
 */
const AccordStatus *
accord_status_find (const AccordField *field, const char *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL || field->type != ACCORD_FIELD_CHOICE || !g_strv_contains (status_fields, field->name))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].value, value) == 0)
      return &rows[i].status;

  return NULL;
}

/**
 * accord_status_find_field:
 * @kind: a kind
 *
 * Returns: the index of the field that says how a record of @kind stands, or -1
 */
int
accord_status_find_field (const AccordKind *kind)
{
  g_return_val_if_fail (kind != NULL, -1);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == ACCORD_FIELD_CHOICE && g_strv_contains (status_fields, kind->fields[i].name))
      return (int) i;

  return -1;
}
