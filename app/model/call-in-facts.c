/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call-in-facts.h"

#include "model-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DECISION_SQL "SELECT " ACCORD_CALL_IN_COLUMNS " FROM " ACCORD_CALL_IN_TABLES

static const char decision_sql[] = DECISION_SQL " WHERE d.id = ?1";
/* A resolution is published with the notice of its decision. */
static const char resolution_sql[] = DECISION_SQL
    " WHERE d.deleted IS NULL AND d.id = (SELECT \"decision\" FROM \"resolution\" WHERE id = ?1)";
/* Where there is none, it is at least known whose it is. */
static const char meeting_sql[] =
    "SELECT o.id, o.\"name\", o.\"call_in_signatories\" FROM \"resolution\" r"
    " LEFT JOIN \"meeting\" m ON m.id = r.\"meeting\" LEFT JOIN \"body\" b ON b.id = m.\"body\""
    " LEFT JOIN \"organisation\" o ON o.id = b.\"organisation\" WHERE r.id = ?1";

/**
 * accord_call_in_facts_free:
 * @self: facts
 */
void
accord_call_in_facts_free (AccordCallInFacts *self)
{
  g_free (self->call_in);
  g_free (self->urgent);
  g_free (self->key);
  g_free (self->status);
  g_free (self->words);
  g_free (self->notice);
  g_free (self->date);
  g_free (self->due);
  g_free (self->published);
  g_free (self->effective);
  g_free (self->council);
  g_free (self->counting);
  g_free (self);
}

static char *
dup_text (AccordRows *rows, int column)
{
  return g_strdup (accord_rows_text (rows, column));
}

static gint64
number_or_unknown (AccordRows *rows, int column)
{
  return accord_rows_is_null (rows, column) ? ACCORD_UNKNOWN : accord_rows_int (rows, column);
}

/* The codes of the statistics office begin with the letter of the nation. */
static char
nation_of (const char *gss_code)
{
  return gss_code != NULL && *gss_code != '\0' && strchr ("EWSN", *gss_code) != NULL ? *gss_code : 0;
}

/*
 * accord_call_in_facts_from_rows:
 * @rows: a row
 * @first: the first of %ACCORD_CALL_IN_COLUMNS in it
 *
 * Returns: (transfer full): what it says
 */
AccordCallInFacts *
accord_call_in_facts_from_rows (AccordRows *rows, int first)
{
  AccordCallInFacts *self = g_new0 (AccordCallInFacts, 1);
  char **const texts[] = { &self->call_in, &self->urgent, &self->key, &self->status,    &self->words,
                           &self->notice,  &self->date,   &self->due, &self->published, &self->effective };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = dup_text (rows, first + (int) i);
  first += G_N_ELEMENTS (texts);
  self->organisation = accord_rows_int (rows, first);
  self->council = dup_text (rows, first + 1);
  self->nation = nation_of (accord_rows_text (rows, first + 2));
  self->days = number_or_unknown (rows, first + 3);
  self->counting = dup_text (rows, first + 4);
  self->signatories = number_or_unknown (rows, first + 5);
  return self;
}

static void
fail_missing (GError **error)
{
  g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
                       _ ("There is no such decision or resolution."));
}

static AccordCallInFacts *
read_maker (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (reader, meeting_sql, error);
  g_autoptr (GError) failure = NULL;
  AccordCallInFacts *self;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, id);
  if (!accord_rows_next (rows, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        fail_missing (error);
      return NULL;
    }
  self = g_new0 (AccordCallInFacts, 1);
  self->organisation = accord_rows_int (rows, 0);
  self->council = dup_text (rows, 1);
  self->days = ACCORD_UNKNOWN;
  self->signatories = number_or_unknown (rows, 2);
  return self;
}

/**
 * accord_call_in_facts_read:
 * @reader: where to ask
 * @kind: `decision` or `resolution`
 * @id: a record of that kind
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is on record of the decision, and of its council's rules
 */
AccordCallInFacts *
accord_call_in_facts_read (AccordReader *reader, const char *kind, gint64 id, GError **error)
{
  gboolean decision = g_str_equal (kind, "decision");
  g_autoptr (AccordRows) rows = accord_reader_query (reader, decision ? decision_sql : resolution_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  accord_rows_bind_int (rows, 1, id);
  if (accord_rows_next (rows, &failure))
    return accord_call_in_facts_from_rows (rows, 0);
  if (failure == NULL && !decision)
    return read_maker (reader, id, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    fail_missing (error);
  return NULL;
}
