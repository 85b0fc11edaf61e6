/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments.h"

#include "date.h"
#include "five-case.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A reply to a reply to a reply… longer than this is no conversation, and a ring of replies has no end. */
#define DEEPEST 1000

/* Where a comment stands among the others. */
typedef struct
{
  AccordCommentThread *thread;
  guint part; /* the section or the figure, in their order */
  char *name; /* of the document, the option or what is not known, folded */
  gint64 page;
  double top;
  double left;
  gsize offset; /* of quoted words in their section */
} Standing;

static void
thread_free (gpointer data)
{
  AccordCommentThread *self = data;

  g_clear_object (&self->record);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  g_free (self->place);
  g_free (self->who);
  g_free (self);
}

static void
clear_comments (gpointer data)
{
  AccordComments *self = data;

  g_clear_pointer (&self->threads, g_ptr_array_unref);
}

AccordComments *
accord_comments_ref (AccordComments *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_comments_unref (AccordComments *self)
{
  g_atomic_rc_box_release_full (self, clear_comments);
}

/* --- The order of places. */

static guint
section_rank (const char *section)
{
  gsize length;

  if (g_strcmp0 (section, "summary") == 0)
    return 0;
  for (guint i = 0; i < ACCORD_FIVE_N; i++)
    {
      const char *field = accord_five_case_get_field ((AccordFiveCase) i);

      length = strlen (field);
      if (section != NULL && strncmp (section, field, length) == 0
          && (section[length] == '\0' || section[length] == '/'))
        return 1 + i;
    }
  return 1 + ACCORD_FIVE_N;
}

static guint
figure_rank (const char *figure)
{
  static const char *const order[] = { "npsv", "bcr", "pvb", "pvc", "payback" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (order[i], figure) == 0)
      return i;
  return G_N_ELEMENTS (order);
}

/* Quoted words stand where they stand in the text; without any, before all of them. */
static gsize
find_quote (AccordRecord *business_case, AccordRecord *comment)
{
  const char *section = accord_record_get_text (comment, "section");
  const char *quote = accord_record_get_text (comment, "quote");
  g_autofree char *field = g_strndup (section, strcspn (section, "/"));
  const AccordKind *kind = accord_record_get_kind (business_case);
  const char *text =
      accord_kind_find_field (kind, field) >= 0 ? accord_record_get_text (business_case, field) : NULL;
  const char *found = text != NULL && quote != NULL ? strstr (text, quote) : NULL;

  return found != NULL ? 1 + (gsize) (found - text) : 0;
}

static void
find_top (const char *rectangles, Standing *self)
{
  char *end = NULL;

  if (rectangles == NULL)
    return;
  self->left = g_ascii_strtod (rectangles, &end);
  self->top = g_ascii_strtod (end, NULL);
}

static void
settle (Standing *self, AccordRecord *business_case, AccordCommentThread *thread)
{
  AccordRecord *record = thread->record;
  const char *name = NULL;

  self->thread = thread;
  switch (thread->on)
    {
    case ACCORD_COMMENT_ON_SECTION:
      self->part = section_rank (accord_record_get_text (record, "section"));
      self->offset = find_quote (business_case, record);
      thread->quote_gone = self->offset == 0 && accord_record_get_text (record, "quote") != NULL;
      break;
    case ACCORD_COMMENT_ON_FIGURE:
      self->part = figure_rank (accord_record_get_text (record, "figure"));
      name = accord_record_get_reference_title (record, "option");
      break;
    case ACCORD_COMMENT_ON_DOCUMENT:
      name = accord_record_get_reference_title (record, "document");
      self->page = MAX (accord_record_get_int (record, "page"), 0);
      find_top (accord_record_get_text (record, "rectangles"), self);
      break;
    case ACCORD_COMMENT_ON_CASE:
    default:
      break;
    }
  self->name = name != NULL ? accord_text_fold (name) : NULL;
}

static void
standing_clear (gpointer data)
{
  g_free (((Standing *) data)->name);
}

#define BY(a, b)                                                                                             \
  if ((a) != (b))                                                                                            \
  return (a) < (b) ? -1 : 1

static int
compare_standings (gconstpointer first, gconstpointer second)
{
  const Standing *a = first, *b = second;
  int by_name;

  BY (a->thread->on, b->thread->on);
  if (a->thread->on == ACCORD_COMMENT_ON_DOCUMENT)
    {
      by_name = g_strcmp0 (a->name, b->name);
      if (by_name != 0)
        return by_name;
      BY (accord_record_get_int (a->thread->record, "document"),
          accord_record_get_int (b->thread->record, "document"));
    }
  BY (a->part, b->part);
  BY (a->page, b->page);
  BY (a->top, b->top);
  BY (a->left, b->left);
  BY (a->offset, b->offset);
  by_name = g_strcmp0 (a->name, b->name);
  if (by_name == 0)
    by_name = g_strcmp0 (accord_record_get_text (a->thread->record, "figure"),
                         accord_record_get_text (b->thread->record, "figure"));
  if (by_name != 0)
    return by_name;
  BY (accord_record_get_id (a->thread->record), accord_record_get_id (b->thread->record));
  return 0;
}

static void
sort_threads (AccordComments *self, AccordRecord *business_case)
{
  g_autoptr (GArray) standings = g_array_sized_new (FALSE, TRUE, sizeof (Standing), self->threads->len);

  g_array_set_clear_func (standings, standing_clear);
  g_array_set_size (standings, self->threads->len);
  for (guint i = 0; i < self->threads->len; i++)
    settle (&g_array_index (standings, Standing, i), business_case, self->threads->pdata[i]);
  g_array_sort (standings, compare_standings);
  for (guint i = 0; i < self->threads->len; i++)
    self->threads->pdata[i] = g_array_index (standings, Standing, i).thread;
}

/* --- Threads. */

static GPtrArray *
list_comments (AccordReader *reader, gint64 business_case, gint64 review, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "comment");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  if (review > 0)
    accord_query_add_number (query, accord_kind_find_field (kind, "review"), ACCORD_OPERATOR_EQUAL, review);
  return accord_reader_list (reader, query, error);
}

/* What a reply answers in the end; a reply to what is not here, or one of a ring, stands for itself. */
static AccordRecord *
find_root (GHashTable *by_id, AccordRecord *record)
{
  AccordRecord *at = record;

  for (guint i = 0; i < DEEPEST; i++)
    {
      gint64 to = accord_record_get_int (at, "reply-to");
      AccordRecord *next = to > 0 ? g_hash_table_lookup (by_id, &to) : NULL;

      if (next == NULL)
        return at;
      at = next;
    }
  return record;
}

static int
compare_written (gconstpointer first, gconstpointer second)
{
  AccordRecord *a = *(AccordRecord *const *) first, *b = *(AccordRecord *const *) second;
  int by_day = g_strcmp0 (accord_record_get_text (a, "written"), accord_record_get_text (b, "written"));

  if (by_day != 0)
    return by_day;
  BY (accord_record_get_id (a), accord_record_get_id (b));
  return 0;
}

/* What became a caveat is answered as one. */
static gboolean
has_answered_caveat (AccordReader *reader, AccordRecord *record)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "caveat");
  gint64 id = accord_record_get_int (record, "caveat");
  g_autoptr (AccordRecord) caveat = id > 0 ? accord_reader_get (reader, kind, id, NULL) : NULL;

  return caveat != NULL && accord_record_get_deleted (caveat) == NULL
         && g_strcmp0 (accord_record_get_text (caveat, "state"), "open") != 0;
}

static AccordCommentThread *
make_thread (AccordReader *reader, AccordRecord *record)
{
  AccordCommentThread *self = g_new0 (AccordCommentThread, 1);

  self->record = g_object_ref (record);
  self->replies = g_ptr_array_new_with_free_func (g_object_unref);
  self->on = accord_comment_get_on (record);
  self->place = accord_comment_dup_place (reader, record);
  self->answered = has_answered_caveat (reader, record);
  self->who = g_strdup (accord_record_get_reference_title (record, "review"));
  return self;
}

static guint
choice_index (AccordRecord *record, const char *field)
{
  const AccordChoice *choices = accord_kind_get_field (accord_record_get_kind (record), field)->choices;
  const char *value = accord_record_get_text (record, field);
  guint i = 0;

  while (choices[i].value != NULL && g_strcmp0 (choices[i].value, value) != 0)
    i++;
  return i;
}

static void
count (AccordComments *self, AccordRecord *record)
{
  guint sort = choice_index (record, "sort"), state = choice_index (record, "state");

  if (sort < ACCORD_COMMENT_N_SORTS)
    self->n_by_sort[sort]++;
  if (state < ACCORD_COMMENT_N_STATES)
    self->n_by_state[state]++;
}

static void
make_threads (AccordComments *self, AccordReader *reader, GPtrArray *records)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) threads = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = accord_record_get_id (records->pdata[i]);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), records->pdata[i]);
    }
  for (guint i = 0; i < records->len; i++)
    if (find_root (by_id, records->pdata[i]) == records->pdata[i])
      {
        AccordCommentThread *thread = make_thread (reader, records->pdata[i]);

        g_ptr_array_add (self->threads, thread);
        g_hash_table_insert (threads, records->pdata[i], thread);
        count (self, records->pdata[i]);
      }
  for (guint i = 0; i < records->len; i++)
    {
      AccordRecord *root = find_root (by_id, records->pdata[i]);
      AccordCommentThread *thread = g_hash_table_lookup (threads, root);

      if (root == records->pdata[i] || thread == NULL)
        continue;
      g_ptr_array_add (thread->replies, g_object_ref (records->pdata[i]));
      thread->answered |=
          accord_record_get_int (records->pdata[i], "review") != accord_record_get_int (root, "review");
    }
  for (guint i = 0; i < self->threads->len; i++)
    g_ptr_array_sort (((AccordCommentThread *) self->threads->pdata[i])->replies, compare_written);
}

/**
 * accord_comments_read:
 * @reader: a reader
 * @business_case: a business case
 * @review: a review of it, or 0 for the comments of all
 * @error: return location for an error
 *
 * Returns: (transfer full): what was said of it, in threads and in the order of places; %NULL on failure
 */
AccordComments *
accord_comments_read (AccordReader *reader, gint64 business_case, gint64 review, GError **error)
{
  g_autoptr (AccordComments) self = g_atomic_rc_box_new0 (AccordComments);
  g_autoptr (AccordRecord) record = accord_reader_get (
      reader, accord_schema_find_kind (accord_reader_get_schema (reader), "case"), business_case, error);
  g_autoptr (GPtrArray) records =
      record != NULL ? list_comments (reader, business_case, review, error) : NULL;

  if (records == NULL)
    return NULL;
  self->threads = g_ptr_array_new_with_free_func (thread_free);
  make_threads (self, reader, records);
  sort_threads (self, record);
  return g_steal_pointer (&self);
}

/**
 * accord_comments_read_of_review:
 * @reader: a reader
 * @review: a review of a business case
 * @error: return location for an error
 *
 * Returns: (transfer full): what was said in that review, with the replies to it whoever gave them: those of
 * the case's own people are of no review; %NULL on failure
 */
AccordComments *
accord_comments_read_of_review (AccordReader *reader, AccordRecord *review, GError **error)
{
  AccordComments *self = accord_comments_read (reader, accord_record_get_int (review, "case"), 0, error);

  if (self == NULL)
    return NULL;
  memset (self->n_by_sort, 0, sizeof self->n_by_sort);
  memset (self->n_by_state, 0, sizeof self->n_by_state);
  for (guint i = 0; i < self->threads->len;)
    {
      const AccordCommentThread *thread = self->threads->pdata[i];

      if (accord_record_get_int (thread->record, "review") != accord_record_get_id (review))
        {
          g_ptr_array_remove_index (self->threads, i);
          continue;
        }
      count (self, thread->record);
      i++;
    }
  return self;
}

/**
 * accord_comments_find:
 * @self: comments
 * @comment: a comment or a reply
 *
 * Returns: (transfer none) (nullable): the thread that it is in
 */
const AccordCommentThread *
accord_comments_find (const AccordComments *self, gint64 comment)
{
  for (guint i = 0; i < self->threads->len; i++)
    {
      const AccordCommentThread *thread = self->threads->pdata[i];

      if (accord_record_get_id (thread->record) == comment)
        return thread;
      for (guint j = 0; j < thread->replies->len; j++)
        if (accord_record_get_id (thread->replies->pdata[j]) == comment)
          return thread;
    }
  return NULL;
}

/**
 * accord_comments_dup_count:
 * @self: comments
 *
 * Returns: (transfer full): how many of each sort there are: "2 questions · 1 caveat"; "no comments yet"
 * where there are none
 */
char *
accord_comments_dup_count (const AccordComments *self)
{
  const guint *n = self->n_by_sort;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n[0] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u question", "%u questions", n[0]), n[0]));
  if (n[1] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u correction", "%u corrections", n[1]), n[1]));
  if (n[2] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u risk", "%u risks", n[2]), n[2]));
  if (n[3] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u caveat", "%u caveats", n[3]), n[3]));
  if (parts->len == 0)
    return g_strdup (_ ("no comments yet"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * accord_comment_dup_said:
 * @comment: a comment or a reply
 *
 * A reply may be of somebody else than what it answers. Of a partner's the partner is named; the words of the
 * case's own people are of no review, and only their author is.
 *
 * Returns: (transfer full) (nullable): who said it and when, as far as that is known
 */
char *
accord_comment_dup_said (AccordRecord *comment)
{
  const char *partner = accord_record_get_int (comment, "reply-to") != ACCORD_UNKNOWN
                            ? accord_record_get_reference_title (comment, "review")
                            : NULL;
  const char *author = accord_record_get_text (comment, "author");
  const char *written = accord_record_get_text (comment, "written");
  g_autofree char *day = written != NULL ? accord_date_format (written) : NULL;
  const char *parts[] = { partner, g_strcmp0 (author, partner) != 0 ? author : NULL, day };
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (said, "%s%s", said->len > 0 ? ", " : "", parts[i]);
  return said->len > 0 ? g_string_free (g_steal_pointer (&said), FALSE) : NULL;
}
