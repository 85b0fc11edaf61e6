/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-outcome.h"

#include "plan-words.h"

#include <string.h>

/* What is still to be done was not done: “to be endorsed”, “would be endorsed”. */
#define BE "(?<!to |will |would |may |might |could |can |should |shall |must |cannot )\\bbe\\s+"

/**
 * Verdict:
 * @pattern: how it is worded
 * @outcome: what it comes to
 * @active: whether what was decided on follows it (“Endorse the case”), and does not precede it
 *
 * What a body says of a case.
 */
typedef struct
{
  const char *pattern;
  const char *outcome;
  gboolean active;
} Verdict;

/* In the order in which they are asked for: “not endorsed” holds “endorsed”. */
static const Verdict verdicts[] = {
  { "\\bnot\\s+(?:be\\s+)?(?:endorsed|approved|supported|agreed)\\b", "not-endorsed", FALSE },
  { BE "(?:refused|rejected)\\b", "not-endorsed", FALSE },
  { "\\bdeclined\\s+to\\s+(?:endorse|approve|support)\\b", "not-endorsed", TRUE },
  { "^\\W*not\\s+(?:to\\s+)?(?:endorse|approve|support)\\b", "not-endorsed", TRUE },
  { BE "deferred\\b", "deferred", FALSE },
  { "^\\W*(?:to\\s+)?defer\\b", "deferred", TRUE },
  { BE "(?:endorsed|approved)\\b", "endorsed", FALSE },
  { "^\\W*(?:to\\s+)?(?:endorse|approve)[sd]?\\b", "endorsed", TRUE },
};

/* Conditions that a council's rules make of every decision, and that say nothing of the case. */
static const char procedure[] = "^\\s*(?:any\\s+|the\\s+)?call[- ]?in\\b";

static const char *
find_condition (const char *words)
{
  g_autofree char *lower = g_ascii_strdown (words, -1);
  const char *at = strstr (lower, "subject to");

  if (at == NULL || g_regex_match_simple (procedure, at + strlen ("subject to"), G_REGEX_CASELESS, 0))
    return NULL;
  return words + (at - lower) + strlen ("subject to");
}

/* The clause that a verdict is part of: what comes between it and the next stop or the next verb. */
static char *
dup_about (const Verdict *verdict, const char *words, int start, int end)
{
  g_autofree char *before = g_strndup (words, start);
  const char *const stops[] = { ";", ". ", " be ", " and to " };
  const char *from = before;

  if (verdict->active)
    return g_strndup (words + end, strcspn (words + end, ";"));
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const char *stop = g_strrstr (before, stops[i]);

      if (stop != NULL && stop > from)
        from = stop;
    }
  return g_strdup (from);
}

/**
 * accord_plan_outcome:
 * @words: a resolution
 * @condition: (out) (transfer none) (nullable): what it is subject to, within @words, or %NULL
 * @about: (out) (transfer full) (nullable): the words that say what it was decided on
 *
 * Returns: (nullable): a choice of an endorsement's outcome, where the words say one clearly, else %NULL
 */
const char *
accord_plan_outcome (const char *words, const char **condition, char **about)
{
  const char *subject = find_condition (words);
  g_autofree char *said =
      g_strndup (words, subject != NULL ? (gsize) (subject - words) - strlen ("subject to") : strlen (words));

  *condition = NULL;
  *about = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (verdicts[i].pattern, G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      int start, end;

      if (!g_regex_match (regex, said, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, &end))
        continue;
      *about = dup_about (&verdicts[i], said, start, end);
      if (strcmp (verdicts[i].outcome, "endorsed") != 0 || subject == NULL)
        return verdicts[i].outcome;
      *condition = subject;
      return "endorsed-with-caveats";
    }
  return NULL;
}

/**
 * accord_plan_speaks_of_cases:
 * @words: (nullable): a resolution, or the words it stands under
 *
 * Returns: whether they speak of business cases, without having to name one
 */
gboolean
accord_plan_speaks_of_cases (const char *words)
{
  /* Asked of every resolution, so that most are answered by the first letter. */
  for (const char *at = words; at != NULL && *at != '\0'; at++)
    if ((*at == 'b' || *at == 'B') && g_ascii_strncasecmp (at, "business", strlen ("business")) == 0)
      {
        g_autofree char *key = accord_plan_key (at);

        return strstr (key, "business case") != NULL;
      }
  return FALSE;
}

/**
 * accord_plan_condition_leads:
 * @condition: what follows “subject to”
 *
 * Returns: whether it only leads over to what is listed beneath it (“the following caveats:-”)
 */
gboolean
accord_plan_condition_leads (const char *condition)
{
  return g_regex_match_simple ("^\\W*(?:(?:the\\s+)?following(?:\\s+[\\w-]+){0,3}|(?:these|certain|several|"
                               "various)?\\s*(?:caveats?|conditions?))?\\W*$",
                               condition, G_REGEX_CASELESS, 0);
}

/**
 * accord_plan_trim_clause:
 * @words: one of several clauses
 *
 * Returns: (transfer full): it without what joins it to the others
 */
char *
accord_plan_trim_clause (const char *words)
{
  g_autoptr (GRegex) before = g_regex_new ("^[\\s,;:–-]*(?:and\\s+)?", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) after =
      g_regex_new ("(?:[\\s,;:.–-]|\\s(?:and|or)[\\s,;:]*$)+$", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *begun = g_regex_replace_literal (before, words, -1, 0, "", 0, NULL);

  return g_regex_replace_literal (after, begun, -1, 0, "", 0, NULL);
}

static gboolean
is_marker (const char *at, char first)
{
  return at[0] == '(' && at[1] == first && at[2] == ')';
}

/* Where “(a)” is followed by “(b)”, or “(i)” by “(ii)”. */
static GArray *
find_markers (const char *condition)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  static const char *const romans[] = { "(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)" };
  const char *first = strstr (condition, "(a)");
  gboolean roman = first == NULL;

  for (const char *at = condition; *at != '\0'; at++)
    if (roman ? starts->len < G_N_ELEMENTS (romans) && g_str_has_prefix (at, romans[starts->len])
              : starts->len < 26 && is_marker (at, 'a' + starts->len))
      g_array_append_val (starts, ((gsize[]){ at - condition })[0]);
  if (starts->len < 2)
    g_array_set_size (starts, 0);
  return starts;
}

/**
 * accord_plan_split_condition:
 * @condition: what follows “subject to”, on one line
 *
 * Returns: (transfer full) (element-type utf8): its clauses where it counts them with (a), (b) … or (i), (ii)
 * …, else all of it as one
 */
GPtrArray *
accord_plan_split_condition (const char *condition)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) starts = find_markers (condition);

  for (guint i = 0; i < starts->len; i++)
    {
      gsize start = g_array_index (starts, gsize, i);
      gsize end = i + 1 < starts->len ? g_array_index (starts, gsize, i + 1) : strlen (condition);
      g_autofree char *clause = g_strndup (condition + start, end - start);
      const char *words = strchr (clause, ')') + 1;

      g_ptr_array_add (clauses, accord_plan_trim_clause (words));
    }
  if (starts->len == 0)
    g_ptr_array_add (clauses, accord_plan_trim_clause (condition));
  return clauses;
}
