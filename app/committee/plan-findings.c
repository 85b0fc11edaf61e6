/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "lines.h"
#include "plan-outcome.h"
#include "plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * Opening:
 * @pattern: how the paragraph begins
 * @type: what kind of finding it lists
 * @lead: where in the paragraph the first finding begins, if it lists them itself
 *
 * Words under which an evaluation lists what it found.
 */
typedef struct
{
  const char *pattern;
  const char *type;
  const char *lead;
} Opening;

/* What leads over from the kind of finding to the first of them. */
#define AS                                                                                                   \
  "\\b(?:(?:were|was|are|is)\\s+(?:noted|seen|named|identified)\\s+as|that|as|were|was|included?)\\b:?"

static const Opening openings[] = {
  { "^(?:the\\s+)?(?:key\\s+|main\\s+)?(?:learning|lessons?)\\b", "learning", AS },
  { "^(?:the\\s+)?(?:key\\s+|main\\s+)?strengths?\\b", "strength", AS },
  { "^(?:the\\s+)?(?:key\\s+|main\\s+)?(?:limitations?|weaknesses)\\b", "limitation", AS },
  { "^looking\\s+forward\\b|^(?:proposals?\\s+)?for\\s+(?:the\\s+)?next\\s+year\\b", "next-year", NULL },
  { "^(?:also\\s+including\\s+)?enabling\\s+activit", "enabling", "\\bsuch\\s+as\\b" },
  { "^it\\s+was\\s+(?:acknowledged|recognised)\\b.*\\b(?:achieved|outcomes?|benefits?|progress|success)",
    "outcome", "\\bthat\\b" },
  { "^comments?\\b.*\\b(?:findings?|proposals?|evaluation)\\b", "comment", NULL },
};

typedef struct
{
  AccordPlanning *planning;
  GPtrArray *drafts;
  int row;
  const char *type;
  gsize first;
  GPtrArray *programmes;
} Finding;

static gboolean
is_evaluation (const AccordPageItem *item)
{
  g_autofree char *key = accord_plan_key (item->title);
  g_autofree char *padded = g_strdup_printf (" %s ", key);

  return strstr (padded, " evaluation ") != NULL;
}

static const Opening *
find_opening (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_regex_match_simple (openings[i].pattern, words, G_REGEX_CASELESS, 0))
      return &openings[i];
  return NULL;
}

static void
add_finding (Finding *self, const char *words, AccordSpan within)
{
  g_autofree char *text = accord_plan_trim_clause (words);
  AccordSpan span = accord_planning_find_words (self->planning, within, text);
  AccordDraft *draft;

  if (*text == '\0')
    return;
  draft =
      accord_draft_new (self->planning, "finding", accord_span_is_empty (span) ? within : span, self->row);
  accord_draft_say (draft, "text", text);
  accord_draft_say (draft, "type", self->type);
  accord_draft_refer (draft, self->planning, "item", self->row);
  g_ptr_array_add (self->drafts, draft);
}

/* The last of several clauses may hold two: “A, B and C”; not where it begins with “and” itself. */
static void
add_last (Finding *self, char *clause, AccordSpan within)
{
  g_autofree char *first = NULL;
  const char *and = strstr (g_strchug (clause), " and ");

  if (and == NULL || g_str_has_prefix (clause, "and "))
    {
      add_finding (self, clause, within);
      return;
    }
  first = g_strndup (clause, and-clause);
  add_finding (self, first, within);
  add_finding (self, and+strlen (" and "), within);
}

/* What was acknowledged: that, and that. */
static void
add_outcomes (Finding *self, const char *sentence, AccordSpan within)
{
  g_auto (GStrv) clauses = g_strsplit (sentence, ", and that ", -1);

  for (char **clause = clauses; *clause != NULL; clause++)
    add_finding (self, *clause, within);
}

/* A sentence that lists findings in clauses: with semicolons, or else with commas. */
static void
add_clauses (Finding *self, const char *sentence, AccordSpan within)
{
  gboolean semicolons = strchr (sentence, ';') != NULL;
  g_auto (GStrv) clauses = g_strsplit (sentence, semicolons ? ";" : ",", -1);
  guint n = g_strv_length (clauses);

  if (!semicolons && n < 2)
    {
      add_finding (self, sentence, within);
      return;
    }
  for (guint i = 0; i < n; i++)
    if (i + 1 == n && !semicolons)
      add_last (self, clauses[i], within);
    else
      add_finding (self, clauses[i], within);
}

static void
read_opening (Finding *self, const Opening *opening, const char *words, const AccordLine *line)
{
  g_autoptr (GRegex) lead = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  self->type = opening->type;
  if (self->first == 0)
    self->first = line->span.start;
  if (opening->lead == NULL || g_str_has_suffix (words, ":"))
    return;
  lead = g_regex_new (opening->lead, G_REGEX_CASELESS, 0, NULL);
  if (!g_regex_match (lead, words, 0, &match) || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return;
  if (strcmp (opening->type, "outcome") == 0)
    add_outcomes (self, words + end, line->words);
  else
    add_clauses (self, words + end, line->words);
  self->type = NULL;
}

static void
read_lines (Finding *self, const AccordPageItem *item)
{
  AccordCommitteePage *page = self->planning->page;
  g_autoptr (GArray) lines = accord_lines_split (page->text, item->minutes, page->style);

  for (guint i = 0; i < lines->len; i++)
    {
      const AccordLine *line = &g_array_index (lines, AccordLine, i);
      g_autofree char *words = accord_lines_dup_words (page->text, line->words);
      const Opening *opening = words != NULL ? find_opening (words) : NULL;

      if (words == NULL || *words == '\0')
        continue;
      if (line->marker == ACCORD_LINE_PLAIN && opening != NULL)
        read_opening (self, opening, words, line);
      else if (line->marker == ACCORD_LINE_PLAIN)
        self->type = NULL;
      else if (self->type != NULL)
        add_finding (self, words, line->words);
    }
}

/* What is evaluated is named before the first finding; where that is not one programme, a person says which.
 */
static void
find_programme (Finding *self, const AccordPageItem *item)
{
  AccordSpan before = { item->place.start, self->first };

  self->programmes = accord_planning_named (self->planning, "programme", before);
}

static gboolean
add_row (Finding *self, AccordDraft *draft, GError **error)
{
  gboolean one = self->programmes->len == 1;
  int row;

  draft->sure = one;
  if (!one)
    draft->why = _ ("Which programme was evaluated is not clear from the page; choose one to keep this.");
  row = accord_planning_add (self->planning, draft, error);
  for (guint i = 0; row >= 0 && i < self->programmes->len; i++)
    {
      accord_planning_link (self->planning, row, "programme", self->programmes->pdata[i]);
      if (!one)
        {
          AccordPlanRow *added = accord_planning_row (self->planning, row);

          ((AccordPlanLink *) added->links->pdata[i])->taken = FALSE;
        }
    }
  return row >= 0;
}

/* What an evaluation found, one row for each point: only of an item that says to be one. */
gboolean
accord_planning_add_findings (AccordPlanning *self, AccordPlanChildren *children, int row,
                              const AccordPageItem *item, GError **error)
{
  Finding finding = { .planning = self, .row = row };
  gint64 id = accord_record_get_id (accord_planning_row (self, row)->record);
  gboolean done = TRUE;

  if (!is_evaluation (item) || accord_span_is_empty (item->minutes))
    return TRUE;
  finding.drafts = accord_drafts_new ();
  read_lines (&finding, item);
  find_programme (&finding, item);
  accord_plan_children_match (children, finding.drafts, "finding", id);
  for (guint i = 0; done && i < finding.drafts->len; i++)
    done = add_row (&finding, finding.drafts->pdata[i], error);
  g_ptr_array_unref (finding.drafts);
  g_ptr_array_unref (finding.programmes);
  return done;
}
