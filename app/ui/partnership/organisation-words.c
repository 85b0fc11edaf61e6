/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/organisation-words.h"

#include "date.h"
#include "list/list-words.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words by which a source says that a number is not exact, and what they come to. */
static const struct
{
  const char *said;
  const char *shown;
} qualifiers[] = {
  { "approximately", N_ ("about %s") }, { "about", N_ ("about %s") },       { "around", N_ ("about %s") },
  { "more than", N_ ("over %s") },      { "over", N_ ("over %s") },         { "up to", N_ ("up to %s") },
  { "fewer than", N_ ("under %s") },    { "at least", N_ ("at least %s") },
};

static char *
dup_qualified (const char *number, const char *words)
{
  g_autofree char *folded = words != NULL ? g_utf8_strdown (words, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (qualifiers); i++)
    if (g_str_has_prefix (folded, qualifiers[i].said))
      {
        g_auto (GStrv) parts = g_strsplit (_ (qualifiers[i].shown), "%s", 2);

        return g_strjoinv (number, parts);
      }
  return g_strdup (number);
}

/**
 * accord_organisation_dup_count:
 * @organisation: an organisation
 * @field: `population` or `staff`
 *
 * Returns: (transfer full) (nullable): the number, and how exact its source makes it: “over 17,500”; %NULL
 * where nobody knows
 */
char *
accord_organisation_dup_count (AccordRecord *organisation, const char *field)
{
  g_autofree char *words_field = g_strconcat (field, "-words", NULL);
  gint64 count = accord_record_get_int (organisation, field);
  g_autofree char *number = count != ACCORD_UNKNOWN ? accord_list_dup_number ((guint64) count) : NULL;
  const char *words = accord_record_get_text (organisation, words_field);
  gint64 coverage =
      strcmp (field, "population") == 0 ? accord_record_get_int (organisation, "coverage") : ACCORD_UNKNOWN;

  if (number != NULL && coverage != ACCORD_UNKNOWN && coverage % 100 == 0)
    /* Translators: which share of how many people. */
    return g_strdup_printf (_ ("%d%% of %s"), (int) (coverage / 100), number);
  return number != NULL ? dup_qualified (number, words) : g_strdup (words);
}

static char *
dup_practices (AccordRecord *organisation)
{
  gint64 practices = accord_record_get_int (organisation, "practices");
  gint64 all = accord_record_get_int (organisation, "practices-of");

  if (practices == ACCORD_UNKNOWN)
    return NULL;
  if (all == ACCORD_UNKNOWN)
    return g_strdup_printf ("%d", (int) practices);
  return g_strdup_printf (_ ("%d of %d"), (int) practices, (int) all);
}

/**
 * accord_organisation_dup_size:
 * @organisation: an organisation
 *
 * Returns: (transfer full) (nullable): how large it is in the one measure that says most: practices, staff or
 * the people it serves
 */
char *
accord_organisation_dup_size (AccordRecord *organisation)
{
  g_autofree char *practices = dup_practices (organisation);
  g_autofree char *staff = accord_organisation_dup_count (organisation, "staff");
  g_autofree char *people = accord_organisation_dup_count (organisation, "population");

  if (practices != NULL)
    return g_strdup_printf (_ ("%s practices"), practices);
  if (staff != NULL && accord_record_get_int (organisation, "staff") != ACCORD_UNKNOWN)
    return g_strdup_printf (_ ("%s staff"), staff);
  if (people != NULL && accord_record_get_int (organisation, "population") != ACCORD_UNKNOWN)
    return g_strdup_printf (_ ("%s people"), people);
  return g_strdup (staff != NULL ? staff : people);
}

/**
 * accord_organisation_dup_since:
 * @record: a membership, board or post
 *
 * Returns: (transfer full) (nullable): from when to when, as it is on record
 */
char *
accord_organisation_dup_since (AccordRecord *record)
{
  const char *from = accord_record_get_text (record, "from");
  const char *until = accord_record_get_text (record, "until");
  g_autofree char *first = accord_date_is_iso (from)
                               ? accord_date_format (from)
                               : g_strdup (accord_record_get_text (record, "from-words"));
  g_autofree char *last = accord_date_is_iso (until) ? accord_date_format (until) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf (_ ("%s to %s"), first, last);
  if (last != NULL)
    return g_strdup_printf (_ ("until %s"), last);
  return g_steal_pointer (&first);
}

static gboolean
mentions_count (const char *line, AccordRecord *organisation, const char *field)
{
  gint64 count = accord_record_get_int (organisation, field);
  g_autofree char *words_field = g_strconcat (field, "-words", NULL);
  const char *words = accord_record_get_text (organisation, words_field);
  g_autofree char *number = count != ACCORD_UNKNOWN ? accord_list_dup_number ((guint64) count) : NULL;

  return (words != NULL && strstr (line, words) != NULL) || (number != NULL && strstr (line, number) != NULL);
}

/**
 * accord_organisation_dup_quote:
 * @organisation: an organisation
 *
 * Returns: (transfer full) (nullable): the paragraph of its source that states its population or staff, else
 * its first
 */
char *
accord_organisation_dup_quote (AccordRecord *organisation)
{
  const char *passage = accord_record_get_text (organisation, "passage");
  g_auto (GStrv) lines = NULL;
  const char *best = NULL;

  if (passage == NULL)
    return NULL;
  lines = g_strsplit (passage, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (mentions_count (lines[i], organisation, "staff")
          || mentions_count (lines[i], organisation, "population"))
        return g_strdup_printf (_ ("“%s”"), lines[i]);
      if (best == NULL)
        best = lines[i];
    }
  return best != NULL ? g_strdup_printf (_ ("“%s”"), best) : NULL;
}

/* --- Figures. */

static void
explain_stated (AccordFormFigure *figure, AccordRecord *organisation, const char *words)
{
  const char *source = accord_record_get_reference_title (organisation, "source");
  g_autofree char *rule = NULL;

  if (source == NULL)
    rule = g_strdup (_ ("As entered; no source is named."));
  else if (words != NULL)
    /* Translators: the words of a document, and its title. */
    rule = g_strdup_printf (_ ("“%s”, as stated in “%s”."), words, source);
  else
    /* Translators: %s is the title of a document. */
    rule = g_strdup_printf (_ ("As stated in “%s”."), source);

  accord_form_figure_explain (figure, rule, NULL);
}

static void
add_count (GPtrArray *figures, AccordRecord *organisation, const char *field, const char *label)
{
  g_autofree char *words_field = g_strconcat (field, "-words", NULL);
  const char *words = accord_record_get_text (organisation, words_field);
  g_autofree char *count = accord_organisation_dup_count (organisation, field);
  AccordFormFigure *figure;

  if (count == NULL || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  figure = accord_form_figure_new (label, count, NULL);
  explain_stated (figure, organisation, words);
  g_ptr_array_add (figures, figure);
}

static void
add_practices (GPtrArray *figures, AccordRecord *organisation)
{
  g_autofree char *practices = dup_practices (organisation);
  AccordFormFigure *figure;

  if (practices == NULL || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  figure = accord_form_figure_new (_ ("Practices"), practices, NULL);
  explain_stated (figure, organisation, NULL);
  g_ptr_array_add (figures, figure);
}

static void
add_budget (GPtrArray *figures, AccordRecord *organisation)
{
  gint64 budget = accord_record_get_int (organisation, "operating-budget");
  AccordFormFigure *figure;

  if (budget == ACCORD_UNKNOWN || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  figure = accord_form_figure_new_money (_ ("Operating budget"), budget, NULL);
  explain_stated (figure, organisation, NULL);
  g_ptr_array_add (figures, figure);
}

static AccordQuery *
make_query (AccordAllianceFacts *facts, AccordRecord *membership, const char *field)
{
  const AccordKind *kind = accord_record_get_kind (membership);
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL,
                           accord_record_get_id (facts->organisation));
  return query;
}

static void
add_partners (GPtrArray *figures, AccordAlliance *now)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) now->members->len);
  g_autofree char *rule = NULL;
  g_autofree char *undated = accord_alliance_dup_rule (now);
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure = accord_form_figure_new (_ ("Partners"), number, NULL);

  if (now->members->len > 0)
    rows = make_query (now->facts, now->members->pdata[0], "alliance");
  rule = g_strconcat (_ ("Those whose membership has begun and has not ended."), undated != NULL ? " " : NULL,
                      undated, NULL);
  accord_form_figure_explain (figure, rule, rows);
  g_ptr_array_add (figures, figure);
}

static void
add_alliances (GPtrArray *figures, AccordAlliance *now)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) now->partner_in->len);
  g_autoptr (AccordQuery) rows = NULL;
  AccordFormFigure *figure;

  if (now->partner_in->len == 0 || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  figure = accord_form_figure_new (_ ("Partner in"), number,
                                   ngettext ("alliance", "alliances", now->partner_in->len));
  rows = make_query (now->facts, now->partner_in->pdata[0], "organisation");
  accord_form_figure_explain (figure, _ ("Alliances of which it is a partner today."), rows);
  g_ptr_array_add (figures, figure);
}

static void
add_neighbourhoods (GPtrArray *figures, AccordRecord *organisation)
{
  gint64 n = accord_record_get_int (organisation, "neighbourhoods");
  g_autofree char *number = g_strdup_printf ("%d", (int) n);
  AccordFormFigure *figure;

  if (n == ACCORD_UNKNOWN || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  figure = accord_form_figure_new (_ ("Neighbourhoods"), number, NULL);
  explain_stated (figure, organisation, NULL);
  g_ptr_array_add (figures, figure);
}

static void
add_joint_posts (GPtrArray *figures, AccordAlliance *now)
{
  guint n = 0;
  g_autofree char *number = NULL;
  AccordFormFigure *figure;

  for (guint i = 0; i < now->lines->len; i++)
    {
      const AccordAllianceLine *line = now->lines->pdata[i];

      n += line->type == ACCORD_ALLIANCE_JOINT ? line->records->len : 0;
    }
  if (n == 0 || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  number = g_strdup_printf ("%d", (int) n);
  figure = accord_form_figure_new (_ ("Joint posts"), number, NULL);
  accord_form_figure_explain (figure, _ ("Posts held in more than one organisation here, today."), NULL);
  g_ptr_array_add (figures, figure);
}

static gboolean
has_stated_figure (AccordRecord *organisation)
{
  static const char *const fields[] = { "population", "population-words", "staff",         "staff-words",
                                        "practices",  "operating-budget", "neighbourhoods" };
  const AccordKind *kind = accord_record_get_kind (organisation);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!accord_record_is_empty (organisation, accord_kind_find_field (kind, fields[i])))
      return TRUE;
  return FALSE;
}

/**
 * accord_organisation_dup_figures:
 * @facts: (nullable): what is on record around it, once it has been read
 * @organisation: an organisation or alliance
 * @today: today as an ISO date
 *
 * Returns: (transfer full) (element-type AccordFormFigure): the figures that its page begins with
 */
GPtrArray *
accord_organisation_dup_figures (AccordAllianceFacts *facts, AccordRecord *organisation, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autoptr (AccordAlliance) now = facts != NULL ? accord_alliance_on (facts, today) : NULL;

  if (now != NULL && accord_alliance_facts_is_alliance (facts))
    add_partners (figures, now);
  add_count (figures, organisation, "staff", _ ("Staff"));
  add_budget (figures, organisation);
  add_neighbourhoods (figures, organisation);
  add_practices (figures, organisation);
  add_count (figures, organisation, "population", _ ("Population served"));
  if (now != NULL)
    {
      add_alliances (figures, now);
      add_joint_posts (figures, now);
    }
  /* One small number alone is no key to anything. */
  if (figures->len == 1 && !has_stated_figure (organisation))
    g_ptr_array_set_size (figures, 0);
  return figures;
}
