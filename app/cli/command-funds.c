/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "funds-more.h"
#include "funds-text.h"
#include "json-record.h"
#include "names.h"
#include "today.h"

typedef struct
{
  const char *key;
  AccordFundDivision division;
} Division;

typedef struct
{
  AccordRun *run;
  const char *today;
} Wanted;

static const Division divisions[] = {
  { "by_category", ACCORD_FUND_BY_CATEGORY },
  { "by_year", ACCORD_FUND_BY_YEAR },
  { "by_organisation", ACCORD_FUND_BY_ORGANISATION },
};

static void
write_pence (AccordJson *json, const char *key, gint64 pence)
{
  accord_json_key (json, key);
  if (pence == ACCORD_UNKNOWN)
    accord_json_null (json);
  else
    accord_json_int (json, pence);
}

/* Hundredths of one per cent as a number of per cent. */
static void
write_share (AccordJson *json, const char *key, gint64 share)
{
  g_autofree char *text = NULL;

  accord_json_key (json, key);
  if (share == ACCORD_UNKNOWN)
    {
      accord_json_null (json);
      return;
    }
  text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, share < 0 ? "-" : "",
                          ABS (share) / 100, ABS (share) % 100);
  accord_json_raw (json, text);
}

static gboolean
write_part_key (AccordJson *json, const AccordFundPart *part, AccordFundDivision division, AccordNames *names,
                GError **error)
{
  const AccordName *name;

  if (division == ACCORD_FUND_BY_CATEGORY)
    accord_json_member_string (json, "category", part->category);
  else
    write_pence (json, division == ACCORD_FUND_BY_YEAR ? "year" : "organisation", part->key);
  if (division != ACCORD_FUND_BY_ORGANISATION || part->key == ACCORD_UNKNOWN)
    return TRUE;
  name = accord_names_get (names, "organisation", part->key, error);
  if (name != NULL)
    accord_json_member_string (json, "organisation_uid", name->uid);
  return name != NULL;
}

static gboolean
write_part (AccordJson *json, const AccordFundPart *part, AccordFundDivision division, AccordNames *names,
            GError **error)
{
  accord_json_begin_object (json);
  if (!write_part_key (json, part, division, names, error))
    return FALSE;
  accord_json_member_string (json, "label", part->label);
  write_pence (json, "allocated_pence", part->allocated);
  write_pence (json, "paid_pence", part->paid);
  write_share (json, "allocated_percent", part->allocated_share);
  write_share (json, "paid_percent", part->paid_share);
  accord_json_member_int (json, "allocations", part->n_allocations);
  accord_json_member_int (json, "payments", part->n_payments);
  accord_json_member_int (json, "allocations_without_amount", part->n_allocations_unknown);
  accord_json_member_int (json, "payments_without_amount", part->n_payments_unknown);
  accord_json_end_object (json);
  return TRUE;
}

static gboolean
write_division (AccordJson *json, gint64 fund, const Division *division, AccordReader *reader,
                AccordNames *names, GError **error)
{
  g_autoptr (GPtrArray) parts = accord_fund_divide (reader, fund, division->division, error);

  if (parts == NULL)
    return FALSE;
  accord_json_key (json, division->key);
  accord_json_begin_array (json);
  for (guint i = 0; i < parts->len; i++)
    if (!write_part (json, g_ptr_array_index (parts, i), division->division, names, error))
      return FALSE;
  accord_json_end_array (json);
  return TRUE;
}

static gboolean
write_fund (AccordJson *json, const AccordFundSummary *fund, AccordReader *reader, AccordNames *names,
            const char *today, GError **error)
{
  const AccordName *name = accord_names_get (names, "fund", fund->fund, error);

  if (name == NULL)
    return FALSE;
  accord_json_begin_object (json);
  accord_json_member_int (json, "id", fund->fund);
  accord_json_member_string (json, "uid", name->uid);
  accord_json_member_string (json, "name", fund->name);
  accord_json_member_string (json, "type", fund->type);
  write_pence (json, "amount_pence", fund->award);
  write_pence (json, "allocated_pence", fund->allocated);
  write_pence (json, "paid_pence", fund->paid);
  write_pence (json, "uncommitted_pence", fund->uncommitted);
  write_pence (json, "unspent_pence", fund->unspent);
  write_pence (json, "left_pence", fund->left);
  accord_json_member_int (json, "allocations", fund->n_allocations);
  accord_json_member_int (json, "payments", fund->n_payments);
  accord_json_member_int (json, "allocations_without_amount", fund->n_allocations_unknown);
  accord_json_member_int (json, "payments_without_amount", fund->n_payments_unknown);
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    if (!write_division (json, fund->fund, &divisions[i], reader, names, error))
      return FALSE;
  if (!accord_funds_more_json (json, fund->fund, reader, names, today, error))
    return FALSE;
  accord_json_end_object (json);
  return TRUE;
}

static gboolean
write_funds (AccordOutput *output, GPtrArray *funds, AccordReader *reader, const char *today, GError **error)
{
  g_autoptr (AccordNames) names = accord_names_new (reader);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < funds->len; i++)
    if (!write_fund (&json, g_ptr_array_index (funds, i), reader, names, today, error))
      return FALSE;
  accord_json_end_array (&json);
  return TRUE;
}

static GPtrArray *
find_funds (AccordRun *run, AccordReader *reader, GError **error)
{
  g_autoptr (GPtrArray) funds = NULL;
  AccordFundSummary *summary;
  gint64 id;

  if (run->n_arguments == 0)
    return accord_funds_summary (reader, error);
  id =
      accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "fund"), run->arguments[0], error);
  if (id <= 0)
    return NULL;
  summary = accord_fund_summary (reader, id, error);
  if (summary == NULL)
    return NULL;
  funds = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_fund_summary_free);
  g_ptr_array_add (funds, summary);
  return g_steal_pointer (&funds);
}

static gpointer
read_funds (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  AccordRun *run = wanted->run;
  g_autoptr (GPtrArray) funds = find_funds (run, reader, error);

  if (funds == NULL)
    return NULL;
  if (run->options->json)
    return write_funds (run->output, funds, reader, wanted->today, error) ? run : NULL;
  if (run->n_arguments > 0)
    return accord_funds_text_one (run->output, g_ptr_array_index (funds, 0), reader, wanted->today, error)
               ? run
               : NULL;
  accord_funds_text_all (run->output, funds);
  return run;
}

/**
 * accord_command_funds:
 * @run: the run
 * @error: return location for an error
 *
 * Answers the money questions: what of each fund is uncommitted, unspent and left, how it divides, where it
 * leads, and whether what was said of it is so.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_funds (AccordRun *run, GError **error)
{
  Wanted wanted = { .run = run };
  g_autofree char *today = NULL;

  if (run->options->today == NULL)
    today = accord_today_dup ();
  else if (!accord_date_parse (run->options->today, &today, error))
    return ACCORD_EXIT_USAGE;
  wanted.today = today;
  accord_workspace_read (run->workspace, read_funds, &wanted, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
