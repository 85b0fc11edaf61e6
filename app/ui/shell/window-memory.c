/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include "query-form.h"
#include "room/room-flag.h"
#include "shell/settings.h"

/* The words under which it is kept how a workspace was left. */
#define PLACE "place"
#define RECORD "record"
#define QUERY "query"
#define RECENT "recent"

typedef struct
{
  const AccordPlace *place;
  gint64 record;
} Wanted;

static gpointer
is_there (AccordReader *reader, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), wanted->place->kind);
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, wanted->record, NULL);

  return record != NULL && accord_record_get_deleted (record) == NULL ? GINT_TO_POINTER (TRUE) : NULL;
}

/* One record is read before the window shows; a page for one that is gone would be a poor greeting. */
static gint64
look_up (AccordWindow *self, const AccordPlace *place, gint64 record)
{
  Wanted wanted = { place, record };

  if (record == 0 || place->kind == NULL)
    return 0;

  return accord_workspace_read (self->workspace, is_there, &wanted, NULL, NULL) != NULL ? record : 0;
}

static AccordQuery *
read_query (AccordWindow *self, const AccordPlace *place, GVariantDict *left)
{
  const char *json = NULL;
  g_autoptr (AccordQuery) query = NULL;

  if (!g_variant_dict_lookup (left, QUERY, "&s", &json))
    return NULL;

  query = accord_query_new_from_json (accord_workspace_get_schema (self->workspace), json, NULL);
  if (query == NULL || g_strcmp0 (accord_query_get_kind (query)->name, place->kind) != 0)
    return NULL;

  return g_steal_pointer (&query);
}

/**
 * accord_window_recall:
 * @self: a window that has just been given its workspace
 *
 * Goes to where the workspace was left, with what was looked at before; to the first place where nobody
 * knows.
 */
void
accord_window_recall (AccordWindow *self)
{
  g_autoptr (GVariantDict) left = accord_settings_dup_left (accord_workspace_get_path (self->workspace));
  g_auto (GStrv) recent = NULL;
  g_autoptr (AccordQuery) query = NULL;
  const AccordPlace *place;
  const char *word = NULL;
  gint64 record = 0;

  if (g_variant_dict_lookup (left, RECENT, "^as", &recent))
    accord_recent_take_words (self->recent, (const char *const *) recent);
  g_variant_dict_lookup (left, PLACE, "&s", &word);
  g_variant_dict_lookup (left, RECORD, "x", &record);
  place = accord_place_find (word);
  if (place == NULL)
    {
      accord_navigation_go (self->navigation,
                            accord_place_get_home (accord_room_is_reading (self->workspace))->id, 0);
      return;
    }

  query = place->kind != NULL ? read_query (self, place, left) : NULL;
  accord_navigation_go_query (self->navigation, place->id, query, look_up (self, place, record));
}

/**
 * accord_window_remember:
 * @self: a window with a workspace
 *
 * Remembers where the person is, and what was looked at, for the next start.
 */
void
accord_window_remember (AccordWindow *self)
{
  const AccordLocation *location = accord_navigation_get_current (self->navigation);
  g_autoptr (GVariantDict) left = g_variant_dict_new (NULL);
  g_auto (GStrv) recent = accord_recent_dup_words (self->recent);

  if (self->workspace == NULL || location == NULL)
    return;

  g_variant_dict_insert (left, PLACE, "s", location->place);
  g_variant_dict_insert (left, RECORD, "x", location->record);
  g_variant_dict_insert (left, RECENT, "^as", recent);
  if (location->query != NULL)
    {
      g_autofree char *json = accord_query_dup_json (location->query);

      g_variant_dict_insert (left, QUERY, "s", json);
    }
  accord_settings_set_left (accord_workspace_get_path (self->workspace), left);
}
