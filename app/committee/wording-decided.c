/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-decided.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wording-body.h"
#include "wording-list.h"

/**
 * accord_wording_decided_new:
 *
 * Returns: room for what was decided
 */
AccordWordingDecided
accord_wording_decided_new (void)
{
  return (AccordWordingDecided){
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_statement_free),
    g_ptr_array_new_with_free_func ((GDestroyNotify) accord_statement_free),
  };
}

/**
 * accord_wording_decided_clear:
 * @self: what was decided
 */
void
accord_wording_decided_clear (AccordWordingDecided *self)
{
  g_clear_pointer (&self->resolutions, g_ptr_array_unref);
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
}

/* Where reading goes on in a paragraph in which a resolution ended. */
static guint
token_behind (AccordWordingPart *part, guint line, GPtrArray *found, guint from)
{
  AccordWordRange range = accord_wording_part_range (part, line);
  const AccordStatement *last = found->len > 0 ? found->pdata[found->len - 1] : NULL;

  if (last == NULL || last->span.end <= accord_wording_part_line (part, line)->words.start)
    return range.after;
  while (from < range.after && accord_wording_part_token (part, from)->start < last->span.end)
    from++;
  return from;
}

static void
move_all (GPtrArray *from, GPtrArray *to)
{
  g_ptr_array_extend_and_steal (to, g_ptr_array_ref (from));
}

/* “Decision: It was moved, seconded and RESOLVED that”: what stands behind the label decides nothing by
 * itself.
 */
static gboolean
only_leads (AccordWordingPart *part, const AccordWordingMarker *marker, guint next)
{
  AccordWordRange between = { marker->after, next };

  return accord_wording_part_match (part, (AccordWordRange){ marker->first, marker->after },
                                    "decision|decisions", NULL)
         && accord_wording_part_sentence_end (part, between) == next
         && accord_wording_part_token (part, next - 1)->kind != '.';
}

/* “Decision: None.” */
static void
drop_nothing (GPtrArray *found)
{
  static const char *const nothing[] = { "None",          "Nil", "N/A", "Not applicable", "There were none",
                                         "There was none" };

  for (guint i = found->len; i > 0; i--)
    {
      AccordStatement *statement = found->pdata[i - 1];
      gsize length = strlen (statement->text);

      if (length > 0 && statement->text[length - 1] == '.')
        length--;
      for (guint j = 0; j < G_N_ELEMENTS (nothing); j++)
        if (strlen (nothing[j]) == length && g_ascii_strncasecmp (statement->text, nothing[j], length) == 0)
          {
            g_ptr_array_remove_index (found, i - 1);
            break;
          }
    }
}

/* “Decision: Cabinet RESOLVED that …” is one decision; two in one paragraph are two. */
static guint
take_one (AccordWordingPart *part, guint line, AccordWordingMarker *marker, GPtrArray *found)
{
  AccordWordingMarker next;

  while (marker->after < marker->end && accord_wording_marker_find (part, line, marker->after, &next)
         && next.after > marker->after)
    {
      if (next.first > marker->after && !only_leads (part, marker, next.first))
        {
          marker->end = next.first;
          break;
        }
      *marker = next;
    }
  return accord_wording_list_take (part, line, marker, found);
}

/* “… to formally pass the following resolution:-” over “RESOLVED – That …” is what an agenda proposes, also
   where the label is lost that would tell it from the minutes. */
static gboolean
is_proposed (AccordWordingPart *part, guint line)
{
  return line > 0
         && accord_wording_part_find (
             part, accord_wording_part_range (part, line - 1),
             "to *2 pass|adopt|consider|move *3 resolution|resolutions|motion|motions "
             ":|- -? $",
             NULL);
}

static guint
take_marked (AccordWordingDecided *self, AccordWordingPart *part, guint line, gboolean complete)
{
  guint from = accord_wording_part_range (part, line).first;
  AccordWordingMarker marker;

  if (is_proposed (part, line))
    return line + 1;
  while (from < accord_wording_part_range (part, line).after
         && accord_wording_marker_find (part, line, from, &marker))
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_statement_free);
      guint next = take_one (part, line, &marker, found);
      guint behind = token_behind (part, line, found, marker.after);

      drop_nothing (found);
      accord_wording_list_finish (part, found, complete);
      if (found->len == 0)
        part->used[line] = FALSE;
      move_all (found,
                marker.type == ACCORD_STATEMENT_RECOMMENDATION ? self->recommendations : self->resolutions);
      if (next > line + 1)
        return next;
      from = MAX (behind, marker.after);
      if (from == marker.first)
        break;
    }
  return line + 1;
}

/* “The Board:” over “Noted …”. */
static guint
take_body (AccordWordingDecided *self, AccordWordingPart *part, guint line, gboolean complete)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_statement_free);
  guint next = accord_wording_body_take (part, line, found);

  accord_wording_list_finish (part, found, complete);
  move_all (found, self->resolutions);
  return next;
}

/**
 * accord_wording_decided_read:
 * @self: what was decided
 * @part: minutes, or a published decision
 * @complete: whether it is known to be whole
 *
 * Finds what is said to have been decided in so many words.
 */
void
accord_wording_decided_read (AccordWordingDecided *self, AccordWordingPart *part, gboolean complete)
{
  for (guint line = 0; line < part->lines->len;)
    {
      guint next = part->used[line] ? line + 1 : take_body (self, part, line, complete);

      line = next > line ? next : take_marked (self, part, line, complete);
    }
}

/* “The Minutes of … were approved as a correct record.” */
static gboolean
is_record (AccordWordingPart *part, AccordWordRange range)
{
  AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };

  return accord_wording_part_match (part, sentence, "the? *3 minutes|minute", NULL)
         && accord_wording_part_find (part, sentence,
                                      "was|were *2 approved|agreed|confirmed|accepted|signed|received", NULL)
         && accord_wording_part_find (part, sentence,
                                      "as? a|an|the? *2 correct|accurate|true *2 record|signed", NULL)
         && !accord_wording_part_find (part, sentence, "not|amended|subject|except", NULL);
}

/* What stands under a decision's heading and decides nothing. */
static gboolean
is_no_decision (AccordWordingPart *part, AccordWordRange range)
{
  static const char *const patterns[] = {
    "no|none|nil|not",         "there were|was no|none",
    "a|an? apology|apologies", "councillor|councillors|cllr|cllrs|the *9 declared|disclosed",
    "decision|date *2 :",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (accord_wording_part_match (part, range, patterns[i], NULL))
      return TRUE;
  return range.after == range.first;
}

/**
 * accord_wording_decided_read_label:
 * @self: what was decided
 * @part: what stands under a heading or label that says “Decision”
 * @complete: whether it is known to be whole
 * @whole: whether words that could be anything else are the decision too if there is nothing but them
 *
 * Finds what was decided where the heading says that it was: in so many words, or else whatever is told as a
 * decision is.
 */
void
accord_wording_decided_read_label (AccordWordingDecided *self, AccordWordingPart *part, gboolean complete,
                                   gboolean whole)
{
  guint n = self->resolutions->len + self->recommendations->len;
  gboolean taken = FALSE; /* a list belongs to the decision before it, or to talk */

  accord_wording_decided_read (self, part, complete);
  if (self->resolutions->len + self->recommendations->len > n)
    return;
  for (guint line = 0; line < part->lines->len;)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_statement_free);
      AccordWordRange range = accord_wording_part_range (part, line);
      AccordWordingMarker marker = { ACCORD_STATEMENT_RESOLUTION, range.first, range.first, range.after,
                                     accord_wording_part_is_glued (part) };
      guint next = line;

      if (accord_wording_marker_is_stop (part, range))
        break;
      if (is_record (part, range))
        {
          marker.type = ACCORD_STATEMENT_AGREEMENT;
          marker.end = accord_wording_part_sentence_end (part, range);
          next = accord_wording_list_take (part, line, &marker, found);
        }
      else if (accord_wording_part_line (part, line)->marker != ACCORD_LINE_PLAIN)
        next = line == 0 || taken || accord_wording_decides (part, range)
                   ? accord_wording_list_take_entries (part, line, ACCORD_STATEMENT_RESOLUTION, found)
                   : line;
      else if (accord_wording_decides (part, range)
               || (whole && part->lines->len == 1 && !is_no_decision (part, range)))
        next = accord_wording_list_take (part, line, &marker, found);
      drop_nothing (found);
      accord_wording_list_finish (part, found, complete);
      taken = found->len > 0;
      move_all (found, self->resolutions);
      line = MAX (next, line + 1);
    }
}

/**
 * accord_wording_decided_is_unclear:
 * @part: what stands under a heading or label that says “Decision”
 *
 * Returns: whether there are words that may decide something
 */
gboolean
accord_wording_decided_is_unclear (AccordWordingPart *part)
{
  return part->lines->len > 0 && !is_no_decision (part, accord_wording_part_range (part, 0));
}

static void
measure (GPtrArray *statements, guint *n, gsize *length)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  *n = 0;
  *length = 0;
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (open, statements->pdata[i]);
  while (open->len > 0)
    {
      const AccordStatement *statement = g_ptr_array_steal_index_fast (open, open->len - 1);

      (*n)++;
      *length += strlen (statement->text);
      for (guint i = 0; i < statement->parts->len; i++)
        g_ptr_array_add (open, statement->parts->pdata[i]);
    }
}

/**
 * accord_wording_decided_is_fuller:
 * @a: (element-type AccordStatement): what one place says
 * @b: (element-type AccordStatement): what another says
 *
 * Returns: whether @a says more than @b
 */
gboolean
accord_wording_decided_is_fuller (GPtrArray *a, GPtrArray *b)
{
  guint n_a, n_b;
  gsize length_a, length_b;

  measure (a, &n_a, &length_a);
  measure (b, &n_b, &length_b);
  return n_a != n_b ? n_a > n_b : length_a > length_b;
}

static GHashTable *
words_of (GPtrArray *statements)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const AccordStatement *statement = statements->pdata[i];
      g_autofree char *low = g_utf8_strdown (statement->text, -1);
      g_auto (GStrv) tokens = g_strsplit_set (low, " .,;:()", -1);

      for (char **token = tokens; *token != NULL; token++)
        if (**token != '\0')
          g_hash_table_add (words, g_strdup (*token));
    }
  return words;
}

/**
 * accord_wording_decided_agree:
 * @a: (element-type AccordStatement): what the fuller place says
 * @b: (element-type AccordStatement): what the other says
 *
 * Returns: whether nearly all words of @b are among those of @a
 */
gboolean
accord_wording_decided_agree (GPtrArray *a, GPtrArray *b)
{
  g_autoptr (GHashTable) all = words_of (a);
  g_autoptr (GHashTable) some = words_of (b);
  guint n_common = 0;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_common += g_hash_table_contains (all, word) ? 1 : 0;
  return n_common * 10 >= g_hash_table_size (some) * 7;
}

/* “… be noted” without “will”, “to” or the like before it, and other ways to tell that something was decided.
 */
static gboolean
may_be_decision (AccordWordingPart *part, AccordWordRange range)
{
  static const char *const patterns[] = {
    "That *9 be",
    "the *3 recommendation|recommendations *3 was|were agreed|approved|accepted|endorsed",
    "it was "
    "also|further|then|therefore? agreed|resolved",
    "the? *3 " ACCORD_WORDING_BODY " unanimously? agreed|resolved|approved|endorsed that|to|the|a",
    "agreed|approved as",
    "the? *3 " ACCORD_WORDING_BODY " resolved to",
    "this was *2 agreed|approved by|.",
    "the *2 motion|proposal|amendment|change was *9 carried|agreed|approved",
    "the? *1 minutes|minute *9 was|were approved|agreed|confirmed|accepted and signed",
  };
  AccordWordRange sentence = { range.first, accord_wording_part_sentence_end (part, range) };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (accord_wording_part_match (part, range, patterns[i], NULL))
      return TRUE;
  if (accord_wording_part_match (part, range, "To", NULL) && accord_wording_decides (part, range))
    return TRUE;
  if (accord_wording_part_find (part, range, "RESOLVED", NULL)
      || accord_wording_part_find (part, range,
                                   ACCORD_WORDING_BODY " AGREED|NOTED|APPROVED|DELEGATED|ENDORSED", NULL))
    return TRUE;
  if (accord_wording_part_find (part, sentence,
                                "as a|an|the? correct|accurate|true and? accurate|correct? record", NULL)
      && accord_wording_part_find (part, sentence, "agreed|approved|confirmed|signed|accepted", NULL))
    return TRUE;
  return sentence.after == range.after
         && accord_wording_part_find (
             part, sentence,
             "be noted|approved|endorsed|agreed|thanked|received|confirmed|adopted|accepted .|;? and? $",
             NULL)
         && !accord_wording_part_find (
             part, sentence, "to|will|would|shall|should|can|could|may|might|must not|also? be", NULL);
}

/* What was published as decided is no doubt in the minutes, which say the same. */
static gboolean
is_known (AccordWordingPart *part, AccordWordRange range, GPtrArray *known)
{
  g_autofree char *words = accord_wording_part_dup (part, range);

  for (guint i = 0; i < known->len; i++)
    if (g_strcmp0 (((AccordStatement *) known->pdata[i])->text, words) == 0)
      return TRUE;
  return FALSE;
}

/**
 * accord_wording_decided_doubt:
 * @part: minutes that have been read
 * @known: (element-type AccordStatement): what is known to be decided
 *
 * Notes as unread what may have been decided although no words say so.
 */
void
accord_wording_decided_doubt (AccordWordingPart *part, GPtrArray *known)
{
  for (guint line = 0; line < part->lines->len; line++)
    {
      AccordWordRange range = accord_wording_part_range (part, line);

      if (!part->used[line] && range.after > range.first && may_be_decision (part, range)
          && !is_known (part, range, known))
        accord_committee_page_add_unread (part->page, accord_wording_part_line (part, line)->words,
                                          _ ("This may be a decision; the page does not say so."));
    }
}
