/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting-join.h"

#include <string.h>

/* A record on its way to the passage that it is tied to. */
typedef struct
{
  AccordRecord *record;
  gboolean tied;
  guint order;
  AccordPassageRange range;
  char *passage;
  gsize group_start;
} Candidate;

static void
section_free (gpointer data)
{
  AccordTextSection *self = data;

  g_free (self->label);
  g_free (self);
}

static void
part_free (gpointer data)
{
  AccordTextPart *self = data;

  g_ptr_array_unref (self->records);
  g_free (self->passage);
  g_free (self->group);
  g_free (self);
}

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->passage);
}

/**
 * accord_text_new:
 * @kind: the name of the kind of the record that the text is of
 * @id: that record
 *
 * Returns: (transfer full): an empty text
 */
AccordText *
accord_text_new (const char *kind, gint64 id)
{
  AccordText *self = g_new0 (AccordText, 1);

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->id = id;
  self->text = g_strdup ("");
  self->source = ACCORD_UNKNOWN;
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

AccordText *
accord_text_ref (AccordText *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
accord_text_unref (AccordText *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->text);
  g_free (self->source_title);
  g_free (self->source_note);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * accord_text_add_section:
 * @self: a text that has no parts yet
 * @label: (nullable): the heading of the section
 * @words: (nullable): its words; nothing is added without any
 * @cut: whether they are known to stop before the end
 *
 * Adds words at the end of the text.
 */
void
accord_text_add_section (AccordText *self, const char *label, const char *words, gboolean cut)
{
  g_autofree char *valid = words != NULL ? g_strstrip (g_utf8_make_valid (words, -1)) : NULL;
  AccordTextSection *section;
  char *text;

  if (valid == NULL || *valid == '\0')
    return;
  section = g_new0 (AccordTextSection, 1);
  section->label = g_strdup (label);
  section->cut = cut;
  text = *self->text != '\0' ? g_strconcat (self->text, "\n", valid, NULL) : g_strdup (valid);
  section->end = strlen (text);
  section->start = section->end - strlen (valid);
  g_ptr_array_add (self->sections, section);
  g_free (self->text);
  self->text = text;
}

static GPtrArray *
dup_lines (AccordRecord *record)
{
  const char *passage = accord_record_get_text (record, "passage");
  g_auto (GStrv) lines = g_strsplit (passage != NULL ? passage : "", "\n", -1);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (kept, g_strdup (*line));
  return kept;
}

/* How many records name the same words: those that many do say what the others speak of, not what is new. */
static void
count_lines (GHashTable *counts, GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autoptr (GPtrArray) lines = dup_lines (records->pdata[i]);

      for (guint k = 0; k < lines->len; k++)
        {
          char *folded = accord_passage_fold (lines->pdata[k]);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded));

          g_hash_table_replace (counts, folded, GUINT_TO_POINTER (count + 1));
        }
    }
}

static gboolean
says_the_same (const char *folded, const char *title)
{
  gsize length = strlen (title);

  return length > 0
         && (strstr (folded, title) != NULL
             || (strlen (folded) * 2 > length && strstr (title, folded) != NULL));
}

/* One line of a passage, and what speaks for its being what the record says. */
typedef struct
{
  guint index;
  gboolean same;
  guint count;
  gsize length;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *other = b;

  if (one->same != other->same)
    return one->same ? -1 : 1;
  if (one->count != other->count)
    return one->count < other->count ? -1 : 1;
  if (one->length != other->length)
    return one->length > other->length ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/* What a record says, in the words of the document: of an endorsement not who gave it. */
static char *
dup_own_words (AccordRecord *record)
{
  gboolean has_words = accord_kind_find_field (accord_record_get_kind (record), "words") >= 0
                       && accord_record_get_text (record, "words") != NULL;
  g_autofree char *title = accord_record_dup_title (record);

  return accord_passage_fold (has_words ? accord_record_get_text (record, "words") : title);
}

/* A record's lines, the likeliest to be its own first: that which says what it says, then the rarest, then
 * the longest. */
static GArray *
rank_lines (AccordRecord *record, GPtrArray *lines, GHashTable *counts)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree char *words = dup_own_words (record);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *folded = accord_passage_fold (lines->pdata[i]);
      Line line = { i, says_the_same (folded, words), GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded)),
                    strlen (folded) };

      g_array_append_val (ranked, line);
    }
  g_array_sort (ranked, compare_lines);
  return ranked;
}

static const char *
get_group (AccordRecord *record)
{
  return accord_kind_find_field (accord_record_get_kind (record), "group") >= 0
             ? accord_record_get_text (record, "group")
             : NULL;
}

/* Finds a line after those that the passage has before it, so that of two places that say the same the one is
 * taken that follows them. */
static AccordPassageRange
find_line (Candidate *self, AccordPassageText *text, GPtrArray *lines, guint index, AccordPassageMatch least)
{
  const char *group = get_group (self->record);
  g_autofree char *folded_group = accord_passage_fold (group != NULL ? group : "");
  gsize from = 0;

  for (guint i = 0; i < index; i++)
    {
      AccordPassageRange before = accord_passage_text_find (text, lines->pdata[i], from, ACCORD_PASSAGE_LIKE);
      g_autofree char *folded = accord_passage_fold (lines->pdata[i]);

      if (before.match == ACCORD_PASSAGE_NOT_FOUND || before.start < from)
        continue;
      from = before.end;
      if (g_str_equal (folded, folded_group))
        self->group_start = before.start;
    }
  return accord_passage_text_find (text, lines->pdata[index], from, least);
}

/* Where a record stands. One that is tied to the text is looked for by a part of its own line too, and then
 * by its other lines; one that is not belongs elsewhere unless its own line is here. */
static void
locate (Candidate *self, AccordPassageText *text, GPtrArray *lines, GArray *ranked)
{
  guint n = self->tied ? ranked->len : 1;

  self->group_start = G_MAXSIZE;
  for (guint i = 0; i < n && self->range.match == ACCORD_PASSAGE_NOT_FOUND; i++)
    self->range = find_line (self, text, lines, g_array_index (ranked, Line, i).index,
                             self->tied ? ACCORD_PASSAGE_PART : ACCORD_PASSAGE_LIKE);
}

static void
add_candidates (GArray *candidates, GPtrArray *records, gboolean tied, AccordPassageText *text,
                GHashTable *counts)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autoptr (GPtrArray) lines = dup_lines (records->pdata[i]);
      Candidate candidate = { records->pdata[i], tied, candidates->len };

      if (lines->len > 0)
        {
          g_autoptr (GArray) ranked = rank_lines (records->pdata[i], lines, counts);

          candidate.passage = g_strdup (lines->pdata[g_array_index (ranked, Line, 0).index]);
          locate (&candidate, text, lines, ranked);
        }
      if (tied || candidate.range.match != ACCORD_PASSAGE_NOT_FOUND)
        g_array_append_val (candidates, candidate);
      else
        g_free (candidate.passage);
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  gboolean one_found = one->range.match != ACCORD_PASSAGE_NOT_FOUND;
  gboolean other_found = other->range.match != ACCORD_PASSAGE_NOT_FOUND;

  if (one_found != other_found)
    return one_found ? -1 : 1;
  if (one_found && one->range.start != other->range.start)
    return one->range.start < other->range.start ? -1 : 1;
  if (one_found && one->range.end != other->range.end)
    return one->range.end > other->range.end ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

/* Whether nothing but blanks, bullets and points stands between two places. */
static gboolean
is_gap (const char *text, gsize from, gsize until)
{
  g_autofree char *between = from < until ? g_strndup (text + from, until - from) : g_strdup ("");
  g_autofree char *folded = accord_passage_fold (between);

  return from <= until && strstr (between, "…") == NULL && folded[strspn (folded, " .,;:-")] == '\0';
}

static gboolean
same_text (AccordRecord *a, AccordRecord *b, const char *field)
{
  return accord_kind_find_field (accord_record_get_kind (a), field) >= 0
         && accord_record_get_text (a, field) != NULL
         && g_strcmp0 (accord_record_get_text (a, field), accord_record_get_text (b, field)) == 0;
}

/* Caveats that stand under the same words, and findings of one type, are shown as one where they follow each
 * other in the text. */
static gboolean
belongs (AccordText *text, AccordTextPart *part, const Candidate *candidate)
{
  AccordRecord *last = part->records->pdata[part->records->len - 1];
  const AccordKind *kind = accord_record_get_kind (last);

  if (part->range.match == ACCORD_PASSAGE_NOT_FOUND || candidate->range.match == ACCORD_PASSAGE_NOT_FOUND)
    return FALSE;
  if (part->range.start == candidate->range.start && part->range.end == candidate->range.end
      && part->group == NULL)
    return TRUE;
  if (accord_record_get_kind (candidate->record) != kind || candidate->range.start < part->range.end
      || !is_gap (text->text, part->range.end, candidate->range.start))
    return FALSE;
  return same_text (last, candidate->record, "group")
         || (g_str_equal (kind->name, "finding") && same_text (last, candidate->record, "type"));
}

static gboolean
says_incomplete (AccordRecord *record)
{
  return accord_kind_find_field (accord_record_get_kind (record), "incomplete") >= 0
         && accord_record_get_boolean (record, "incomplete");
}

static AccordTextPart *
add_part (AccordText *self, Candidate *candidate)
{
  AccordTextPart *part = g_new0 (AccordTextPart, 1);
  AccordRecord *record = candidate->record;

  part->range = candidate->range;
  part->passage = g_steal_pointer (&candidate->passage);
  part->records = g_ptr_array_new_with_free_func (g_object_unref);
  part->group = g_strdup (get_group (record));
  if (part->range.match != ACCORD_PASSAGE_NOT_FOUND && candidate->group_start < part->range.start
      && is_gap (self->text, candidate->group_start + (part->group != NULL ? strlen (part->group) : 0),
                 part->range.start))
    part->range.start = candidate->group_start;
  g_ptr_array_add (self->parts, part);
  return part;
}

static void
add_to_parts (AccordText *self, Candidate *candidate)
{
  AccordTextPart *part = self->parts->len > 0 ? self->parts->pdata[self->parts->len - 1] : NULL;

  if (part == NULL || !belongs (self, part, candidate))
    part = add_part (self, candidate);
  part->range.end = MAX (part->range.end, candidate->range.end);
  part->range.match = MIN (part->range.match, candidate->range.match);
  part->cut = part->cut || says_incomplete (candidate->record);
  g_ptr_array_add (part->records, g_object_ref (candidate->record));
  self->n_records++;
  if (candidate->range.match == ACCORD_PASSAGE_NOT_FOUND)
    self->n_lost++;
}

/**
 * accord_text_join:
 * @self: a text with its sections
 * @tied: (nullable) (element-type AccordRecord): records that belong to the text, wherever their words are
 * @others: (nullable) (element-type AccordRecord): records that do if their words are in it
 *
 * Ties each record to the passage that it was made from.
 */
void
accord_text_join (AccordText *self, GPtrArray *tied, GPtrArray *others)
{
  g_autoptr (AccordPassageText) text = NULL;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));

  g_return_if_fail (self != NULL);

  text = accord_passage_text_new (self->text);
  g_array_set_clear_func (candidates, candidate_clear);
  count_lines (counts, tied);
  count_lines (counts, others);
  add_candidates (candidates, tied, TRUE, text, counts);
  add_candidates (candidates, others, FALSE, text, counts);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    add_to_parts (self, &g_array_index (candidates, Candidate, i));
}

static gboolean
find_extent (AccordText *self, AccordPassageRange *extent)
{
  *extent = (AccordPassageRange){ G_MAXSIZE, 0, ACCORD_PASSAGE_EXACT };
  for (guint i = 0; i < self->parts->len; i++)
    {
      const AccordPassageRange *range = &((AccordTextPart *) self->parts->pdata[i])->range;

      if (range->match == ACCORD_PASSAGE_NOT_FOUND)
        continue;
      extent->start = MIN (extent->start, range->start);
      extent->end = MAX (extent->end, range->end);
    }
  return extent->end > 0;
}

static void
crop_section (AccordTextSection *section, AccordPassageRange extent)
{
  section->cut = section->cut && section->end <= extent.end;
  section->start = CLAMP (section->start, extent.start, extent.end) - extent.start;
  section->end = CLAMP (section->end, extent.start, extent.end) - extent.start;
}

/**
 * accord_text_crop:
 * @self: a text that is joined
 * @n_sentences: how many sentences or lines to leave before the first passage and after the last
 *
 * Takes away what is far from every passage. A text in which none is found stays whole.
 */
void
accord_text_crop (AccordText *self, guint n_sentences)
{
  g_autoptr (AccordPassageText) text = NULL;
  AccordPassageRange extent;
  char *cropped;

  g_return_if_fail (self != NULL);

  if (!find_extent (self, &extent))
    return;
  text = accord_passage_text_new (self->text);
  extent = accord_passage_text_around (text, extent, n_sentences);
  for (guint i = self->sections->len; i > 0; i--)
    {
      AccordTextSection *section = self->sections->pdata[i - 1];

      crop_section (section, extent);
      if (section->start >= section->end)
        g_ptr_array_remove_index (self->sections, i - 1);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      AccordTextPart *part = self->parts->pdata[i];

      if (part->range.match == ACCORD_PASSAGE_NOT_FOUND)
        continue;
      part->range.start -= extent.start;
      part->range.end -= extent.start;
    }
  cropped = g_strndup (self->text + extent.start, extent.end - extent.start);
  g_free (self->text);
  self->text = cropped;
}
