/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "five-case-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEWEST_OBJECTIVES 3
#define MOST_OBJECTIVES 6
/* So many are named; of the others it is said how many they are. */
#define MOST_NAMED 3

void
accord_case_fact_free (AccordCaseFact *self)
{
  g_free (self->words);
  g_free (self);
}

/**
 * accord_fact_add:
 * @facts: (element-type AccordCaseFact): facts
 * @section: code of the section it is told beside
 * @code: the word that programs know it by
 * @state: how it stands
 * @words: (transfer full): a sentence that says so
 */
void
accord_fact_add (GPtrArray *facts, const char *section, const char *code, AccordFactState state, char *words)
{
  AccordCaseFact *fact = g_new0 (AccordCaseFact, 1);

  fact->section = section;
  fact->code = code;
  fact->state = state;
  fact->words = words;
  g_ptr_array_add (facts, fact);
}

/**
 * accord_fact_state_of:
 * @n_good: how many are as they should be
 * @n_all: how many there are
 *
 * Returns: how they stand together; not met where there are none
 */
AccordFactState
accord_fact_state_of (guint n_good, guint n_all)
{
  if (n_good == 0)
    return ACCORD_FACT_NOT_MET;
  return n_good < n_all ? ACCORD_FACT_PARTLY : ACCORD_FACT_MET;
}

static GPtrArray *
list_of_case (AccordReader *reader, const char *kind_name, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (reader, query, error);
}

/* --- The strategic case. */

static void
add_objectives (GPtrArray *facts, AccordRecord *record)
{
  g_autoptr (GPtrArray) headings = accord_headings_parse (accord_record_get_text (record, "strategic"));
  AccordObjectives found = accord_objectives_count (headings);
  gboolean right = found.n_listed >= FEWEST_OBJECTIVES && found.n_listed <= MOST_OBJECTIVES;

  if (found.n_listed == 0)
    {
      accord_fact_add (facts, "objectives", "objectives-listed", ACCORD_FACT_UNKNOWN,
                       g_strdup (_ ("No objectives are listed under a heading that says so.")));
      return;
    }
  if (right)
    accord_fact_add (
        facts, "objectives", "objectives-listed", ACCORD_FACT_MET,
        g_strdup_printf (ngettext ("%u objective is listed.", "%u objectives are listed.", found.n_listed),
                         found.n_listed));
  else
    accord_fact_add (
        facts, "objectives", "objectives-listed", ACCORD_FACT_NOT_MET,
        g_strdup_printf (ngettext ("%u objective is listed; three to six are expected.",
                                   "%u objectives are listed; three to six are expected.", found.n_listed),
                         found.n_listed));
  accord_fact_add (facts, "objectives", "objectives-dated",
                   accord_fact_state_of (found.n_dated, found.n_listed),
                   g_strdup_printf (_ ("%u of %u name a year."), found.n_dated, found.n_listed));
  accord_fact_add (facts, "objectives", "objectives-measured",
                   accord_fact_state_of (found.n_measured, found.n_listed),
                   g_strdup_printf (_ ("%u of %u state a figure."), found.n_measured, found.n_listed));
}

/* "A, B, C and 2 more" of those whose outcome is among @outcomes. */
static char *
dup_names (const AccordCaseFile *file, const char *const *outcomes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_all = 0;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < file->standing->len; i++)
    {
      AccordRecord *view = file->standing->pdata[i];
      const char *outcome = accord_record_get_text (view, "outcome");

      /* A review that is still to come has no outcome. */
      if (!g_strv_contains (outcomes, outcome != NULL ? outcome : "to-come") || ++n_all > MOST_NAMED)
        continue;
      g_ptr_array_add (names, accord_case_file_dup_who (file, view));
    }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  if (n_all <= MOST_NAMED)
    return g_steal_pointer (&joined);
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_all - MOST_NAMED), joined,
                          n_all - MOST_NAMED);
}

static void
add_support (GPtrArray *facts, const AccordCaseFile *file)
{
  static const char *const waiting[] = { "to-come", "deferred", NULL };
  static const char *const against[] = { "not-endorsed", NULL };
  AccordEndorsementTally tally = accord_endorsement_tally (file->standing);
  guint n_asked = tally.n_endorsed + tally.n_to_come + tally.n_refused;
  g_autoptr (GString) words = g_string_new (NULL);

  if (n_asked == 0)
    {
      accord_fact_add (facts, "strategic-fit", "endorsed", ACCORD_FACT_UNKNOWN,
                       g_strdup (_ ("No partner’s endorsement is on record.")));
      return;
    }
  g_string_append_printf (words, _ ("%u of %u that were asked have endorsed it."), tally.n_endorsed, n_asked);
  if (tally.n_to_come > 0)
    {
      g_autofree char *names = dup_names (file, waiting);

      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("Still to come: %s."), names);
    }
  if (tally.n_refused > 0)
    {
      g_autofree char *names = dup_names (file, against);

      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("Not endorsed by: %s."), names);
    }
  accord_fact_add (facts, "strategic-fit", "endorsed", accord_fact_state_of (tally.n_endorsed, n_asked),
                   g_strdup (words->str));
}

/* --- The economic case. */

static void
add_options (GPtrArray *facts, const AccordCaseFile *file)
{
  guint n_options = file->options->len, n_preferred = 0;
  g_autofree char *comparator = NULL, *preferred = NULL;

  for (guint i = 0; i < n_options; i++)
    {
      AccordRecord *option = file->options->pdata[i];

      if (accord_record_get_text (option, "comparator") != NULL && comparator == NULL)
        comparator = accord_record_dup_title (option);
      if (accord_record_get_boolean (option, "preferred") && n_preferred++ == 0)
        preferred = accord_record_dup_title (option);
    }
  if (n_options == 0)
    accord_fact_add (facts, "shortlist", "options", ACCORD_FACT_NOT_MET,
                     g_strdup (_ ("No options are recorded.")));
  else if (comparator == NULL)
    accord_fact_add (
        facts, "shortlist", "options", ACCORD_FACT_PARTLY,
        g_strdup_printf (ngettext ("%u option is recorded, and none to measure it against.",
                                   "%u options are recorded, and none to measure them against.", n_options),
                         n_options));
  else
    accord_fact_add (facts, "shortlist", "options", n_options > 1 ? ACCORD_FACT_MET : ACCORD_FACT_PARTLY,
                     g_strdup_printf (ngettext ("%u option is recorded: “%s”, which others would be measured "
                                                "against.",
                                                "%u options are recorded, measured against “%s”.", n_options),
                                      n_options, comparator));
  if (n_preferred == 0)
    accord_fact_add (facts, "preferred-option", "preferred", ACCORD_FACT_NOT_MET,
                     g_strdup (_ ("No option is marked as preferred.")));
  else if (n_preferred > 1)
    accord_fact_add (facts, "preferred-option", "preferred", ACCORD_FACT_NOT_MET,
                     g_strdup_printf (_ ("%u options are marked as preferred."), n_preferred));
  else
    accord_fact_add (facts, "preferred-option", "preferred", ACCORD_FACT_MET,
                     g_strdup_printf (_ ("“%s” is preferred."), preferred));
}

/* --- The management case. */

static void
add_owner (GPtrArray *facts, AccordRecord *record)
{
  const char *owner = accord_record_get_text (record, "owner");

  accord_fact_add (facts, "governance", "owner", owner != NULL ? ACCORD_FACT_MET : ACCORD_FACT_NOT_MET,
                   owner != NULL ? g_strdup_printf (_ ("The owner is %s."), owner)
                                 : g_strdup (_ ("No owner is named.")));
}

static void
add_milestones (GPtrArray *facts, const AccordCaseFile *file)
{
  guint n_dated = 0, n_all = file->milestones->len;

  for (guint i = 0; i < n_all; i++)
    n_dated += accord_record_get_text (file->milestones->pdata[i], "date") != NULL
               || accord_record_get_text (file->milestones->pdata[i], "date-words") != NULL;
  if (n_all == 0)
    accord_fact_add (facts, "plan", "milestones", ACCORD_FACT_NOT_MET,
                     g_strdup (_ ("No milestone of this case is recorded.")));
  else
    accord_fact_add (facts, "plan", "milestones", accord_fact_state_of (n_dated, n_all),
                     g_strdup_printf (ngettext ("%u of %u milestone has a date.",
                                                "%u of %u milestones have a date.", n_all),
                                      n_dated, n_all));
}

static gboolean
add_risks (AccordReader *reader, gint64 id, GPtrArray *facts, GError **error)
{
  g_autoptr (GPtrArray) risks = list_of_case (reader, "risk", id, error);
  guint n_open = 0, n_owned = 0, n_answered = 0;

  if (risks == NULL)
    return FALSE;
  for (guint i = 0; i < risks->len; i++)
    {
      AccordRecord *risk = risks->pdata[i];

      if (g_strcmp0 (accord_record_get_text (risk, "status"), "open") != 0)
        continue;
      n_open++;
      n_owned += accord_record_get_text (risk, "owner") != NULL;
      n_answered += accord_record_get_text (risk, "response") != NULL;
    }
  if (risks->len == 0)
    accord_fact_add (facts, "risk-management", "risks", ACCORD_FACT_NOT_MET,
                     g_strdup (_ ("No risk of this case is recorded.")));
  else if (n_open == 0)
    accord_fact_add (facts, "risk-management", "risks", ACCORD_FACT_MET,
                     g_strdup (_ ("No risk of this case is open.")));
  else
    accord_fact_add (
        facts, "risk-management", "risks", accord_fact_state_of (MIN (n_owned, n_answered), n_open),
        g_strdup_printf (ngettext ("%u open risk: %u with an owner, %u with a response.",
                                   "%u open risks: %u with an owner, %u with a response.", n_open),
                         n_open, n_owned, n_answered));
  return TRUE;
}

static gboolean
add_benefits (AccordReader *reader, gint64 id, GPtrArray *facts, GError **error)
{
  g_autoptr (GPtrArray) benefits = list_of_case (reader, "benefit", id, error);
  guint n_owned = 0;

  if (benefits == NULL)
    return FALSE;
  for (guint i = 0; i < benefits->len; i++)
    n_owned += accord_record_get_text (benefits->pdata[i], "responsible") != NULL;
  if (benefits->len == 0)
    accord_fact_add (facts, "benefits-realisation", "benefits", ACCORD_FACT_NOT_MET,
                     g_strdup (_ ("No benefit of this case is in the register.")));
  else
    accord_fact_add (
        facts, "benefits-realisation", "benefits", accord_fact_state_of (n_owned, benefits->len),
        g_strdup_printf (ngettext ("%u of %u benefit has a post that answers for it.",
                                   "%u of %u benefits have a post that answers for them.", benefits->len),
                         n_owned, benefits->len));
  return TRUE;
}

/**
 * accord_case_facts_read:
 * @reader: a reader
 * @file: a business case with what belongs to it
 * @facts: (element-type AccordCaseFact): what is found is added to it
 * @error: return location for an error
 *
 * Tells what the records say of the five cases, apart from the appraisal.
 *
 * Returns: %FALSE on failure
 */
gboolean
accord_case_facts_read (AccordReader *reader, const AccordCaseFile *file, GPtrArray *facts, GError **error)
{
  gint64 id = accord_record_get_id (file->record);

  add_support (facts, file);
  add_objectives (facts, file->record);
  add_options (facts, file);
  add_owner (facts, file->record);
  add_milestones (facts, file);
  return add_benefits (reader, id, facts, error) && add_risks (reader, id, facts, error);
}
