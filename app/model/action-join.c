/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-join.h"

#include "action-updates.h"
#include "action.h"
#include "fold.h"
#include "meeting.h"
#include "merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_folded (AccordRecord *action, const char *field)
{
  const char *words = accord_record_get_text (action, field);
  g_autofree char *line = accord_text_collapse (words != NULL ? words : "");

  return accord_text_fold (line);
}

/* The same words, and nobody else who owes it. */
static gboolean
is_same (AccordRecord *a, AccordRecord *b)
{
  g_autofree char *text_a = dup_folded (a, "text"), *text_b = dup_folded (b, "text");
  g_autofree char *owner_a = dup_folded (a, "owner"), *owner_b = dup_folded (b, "owner");

  return strcmp (text_a, text_b) == 0
         && (*owner_a == '\0' || *owner_b == '\0' || strcmp (owner_a, owner_b) == 0);
}

/**
 * accord_action_find_same:
 * @reader: a reader
 * @action: an action
 * @error: return location for an error
 *
 * Finds where the minutes of other meetings carry an action on: in the same words, with the same owner as far
 * as one is named.
 *
 * Returns: (transfer full) (element-type AccordRecord) (nullable): those records
 */
GPtrArray *
accord_action_find_same (AccordReader *reader, gint64 action, GError **error)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_ACTION);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (AccordRecord) own = accord_reader_get (reader, kind, action, error);
  g_autoptr (GPtrArray) all = own != NULL ? accord_reader_list (reader, query, error) : NULL;
  GPtrArray *same;

  if (all == NULL)
    return NULL;
  same = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (accord_record_get_id (all->pdata[i]) != action && is_same (own, all->pdata[i]))
      g_ptr_array_add (same, g_object_ref (all->pdata[i]));
  return same;
}

static const char *
day_of (AccordRecord *meeting)
{
  return meeting != NULL ? accord_record_get_text (meeting, "date") : NULL;
}

static gboolean
read_meeting (AccordReader *reader, AccordRecord *action, AccordRecord **meeting, GError **error)
{
  gint64 id = accord_record_get_int (action, "meeting");

  if (id == ACCORD_UNKNOWN)
    return TRUE;
  *meeting = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_MEETING), id, error);
  return *meeting != NULL;
}

static gboolean
has_update (GPtrArray *updates, const AccordUpdate *wanted)
{
  for (guint i = 0; i < updates->len; i++)
    {
      const AccordUpdate *update = updates->pdata[i];

      if (g_strcmp0 (update->date, wanted->date) == 0 && strcmp (update->words, wanted->words) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_updates (gconstpointer one, gconstpointer other)
{
  const AccordUpdate *a = *(AccordUpdate **) one, *b = *(AccordUpdate **) other;

  if (a->date == NULL || b->date == NULL)
    return (a->date == NULL) - (b->date == NULL);
  return strcmp (a->date, b->date);
}

/* What both tell, each once, by day; what has no day comes last. */
static char *
dup_updates (AccordRecord *keep, AccordRecord *drop)
{
  g_autoptr (GPtrArray) updates = accord_action_updates (accord_record_get_text (keep, "updates"));
  g_autoptr (GPtrArray) further = accord_action_updates (accord_record_get_text (drop, "updates"));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  char *lines = NULL;

  g_ptr_array_extend (all, updates, NULL, NULL);
  for (guint i = 0; i < further->len; i++)
    if (!has_update (updates, further->pdata[i]))
      g_ptr_array_add (all, further->pdata[i]);
  g_ptr_array_sort (all, compare_updates);
  for (guint i = 0; i < all->len; i++)
    {
      const AccordUpdate *update = all->pdata[i];
      g_autofree char *before = lines;

      lines = accord_action_updates_add (before, update->date, update->words);
    }
  return lines;
}

/* That the later minutes carry it stays told once their record is gone. */
static char *
dup_carried (const char *updates, AccordRecord *meeting)
{
  g_autofree char *name = NULL, *words = NULL;

  if (meeting == NULL)
    return g_strdup (updates);
  name = accord_record_dup_title (meeting);
  /* Translators: an action that was set before; %s is a meeting. */
  words = g_strdup_printf (_ ("carried in the minutes of “%s”"), name);
  return accord_action_updates_add (updates, day_of (meeting), words);
}

/* How the action stands is what the later minutes say. */
static void
take_state (AccordRecord *keep, AccordRecord *drop, AccordRecord *earlier, AccordRecord *later)
{
  gboolean is_later =
      day_of (later) != NULL && (day_of (earlier) == NULL || strcmp (day_of (later), day_of (earlier)) >= 0);

  if (!is_later)
    return;
  accord_record_set_text (keep, "state", accord_record_get_text (drop, "state"));
  if (accord_record_get_text (drop, "due") != NULL)
    accord_record_set_text (keep, "due", accord_record_get_text (drop, "due"));
}

/**
 * accord_action_join_write:
 * @writer: the open change
 * @data: an #AccordActionJoin
 * @error: return location for an error
 *
 * Makes two records of one action one: the updates of both by day, with a line that the other meeting carried
 * it, and the state that the later meeting gives. One undo takes it back. For accord_workspace_write().
 *
 * Returns: whether it was done
 */
gboolean
accord_action_join_write (AccordWriter *writer, gpointer data, GError **error)
{
  const AccordActionJoin *join = data;
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_ACTION);
  AccordReader *reader = accord_writer_get_reader (writer);
  AccordMerge merge = { kind, join->keep, join->drop, 0 };
  g_autoptr (AccordRecord) keep = accord_reader_get (reader, kind, join->keep, error);
  g_autoptr (AccordRecord) drop = keep != NULL ? accord_reader_get (reader, kind, join->drop, error) : NULL;
  g_autoptr (AccordRecord) earlier = NULL, later = NULL;
  g_autofree char *updates = NULL, *carried = NULL;

  if (drop == NULL || !read_meeting (reader, keep, &earlier, error)
      || !read_meeting (reader, drop, &later, error))
    return FALSE;
  updates = dup_updates (keep, drop);
  carried = accord_record_get_int (keep, "meeting") != accord_record_get_int (drop, "meeting")
                ? dup_carried (updates, later)
                : g_strdup (updates);
  accord_record_set_text (keep, "updates", carried);
  take_state (keep, drop, earlier, later);
  return accord_writer_update (writer, keep, error) && accord_merge_write (writer, &merge, error);
}
