/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/goto-find.h"

#include "list/list-words.h"
#include "room/room-flag.h"
#include "search.h"
#include "shell/commands.h"

#include <glib/gi18n-lib.h>

#define PER_KIND 6
#define MOST_FOUND 14
#define MOST_RECENT 7

/* What is likely to be meant when names match alike. */
enum
{
  SORT_PLACE,
  SORT_PIN,
  SORT_RECORD,
  SORT_COMMAND,
  SORT_ADD,
};

typedef struct
{
  AccordGotoContext context;
  AccordRecent *recent;
  char *words;
  GPtrArray *choices;
} Find;

static void
find_free (gpointer data)
{
  Find *find = data;

  g_object_unref (find->context.workspace);
  accord_recent_free (find->recent);
  g_free (find->words);
  g_clear_pointer (&find->choices, g_ptr_array_unref);
  g_free (find);
}

static AccordGotoChoice *
add_choice (GPtrArray *choices, const char *title, guint sort)
{
  AccordGotoChoice *choice = g_new0 (AccordGotoChoice, 1);

  choice->title = g_strdup (title);
  choice->rank = (AccordRank){ ACCORD_MATCH_NONE, ACCORD_NEVER_SEEN, sort, choices->len };
  g_ptr_array_add (choices, choice);

  return choice;
}

/* The better of two names counts, the one that is shown a little more. */
static AccordMatch
match_either (const char *words, const char *name, const char *also)
{
  AccordMatch first = accord_match_words (words, name);
  AccordMatch second = also != NULL ? accord_match_words (words, also) : ACCORD_MATCH_NONE;

  return MAX (first, MIN (second, ACCORD_MATCH_WORDS));
}

static void
set_seen (AccordGotoChoice *choice, AccordRecent *recent)
{
  guint seen = choice->place != NULL && choice->query == NULL
                   ? accord_recent_find (recent, choice->place->id, choice->record)
                   : accord_recent_get_n (recent);

  choice->rank.seen = seen < accord_recent_get_n (recent) ? seen : ACCORD_NEVER_SEEN;
}

static void
add_places (Find *find, GPtrArray *choices)
{
  AccordSchema *schema = accord_workspace_get_schema (find->context.workspace);
  g_autoptr (GPtrArray) places = accord_places_list (accord_room_is_reading (find->context.workspace));

  for (guint i = 0; i < places->len; i++)
    {
      const AccordPlace *place = places->pdata[i];
      const char *label = accord_place_get_label (place, schema);
      AccordGotoChoice *choice = add_choice (choices, label, SORT_PLACE);
      /* Translators: %s is a place, such as “Payments” */
      g_autofree char *go = g_strdup_printf (_ ("Go to %s"), label);
      const char *words = accord_place_get_words (place);
      g_autofree char *also = g_strdup_printf ("%s, %s", go, words != NULL ? words : "");

      choice->section = _ ("Places");
      choice->what = _ ("Place");
      choice->place = place;
      choice->icon_name = place->icon_name;
      choice->rank.match = match_either (find->words, choice->title, also);
    }
}

static void
add_pins (Find *find, GPtrArray *choices)
{
  AccordSchema *schema = accord_workspace_get_schema (find->context.workspace);

  for (guint i = 0; i < accord_pin_list_get_n (find->context.pins); i++)
    {
      const AccordPin *pin = accord_pin_list_get (find->context.pins, i);
      AccordGotoChoice *choice;

      if (pin->query == NULL)
        continue;
      choice = add_choice (choices, pin->title, SORT_PIN);
      choice->section = _ ("Saved searches");
      choice->what = _ ("Saved search");
      choice->place = accord_place_for_query (pin->query, schema);
      choice->query = accord_query_ref (pin->query);
      choice->icon_name = "accord-filter-symbolic";
      choice->rank.match = match_either (find->words, choice->title, NULL);
    }
}

static void
add_commands (Find *find, GPtrArray *choices)
{
  const AccordGotoContext *context = &find->context;
  guint n_commands;
  const AccordCommand *commands = accord_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      g_autofree char *label = NULL;
      AccordGotoChoice *choice;

      if (commands[i].icon_name == NULL || !context->enabled (commands[i].action, context->data))
        continue;
      label = context->label (commands[i].action, context->data);
      choice = add_choice (choices, label != NULL ? label : _ (commands[i].label), SORT_COMMAND);
      choice->section = _ ("Actions");
      choice->what = _ ("Action");
      choice->keys = commands[i].keys;
      choice->icon_name = commands[i].icon_name;
      choice->action = commands[i].action;
      choice->rank.match = match_either (find->words, _ (commands[i].label),
                                         commands[i].also != NULL ? _ (commands[i].also) : NULL);
    }
}

/* "Add a caveat", wherever one is. */
static void
add_additions (Find *find, GPtrArray *choices)
{
  AccordSchema *schema = accord_workspace_get_schema (find->context.workspace);
  guint n_places;
  const AccordPlace *places = accord_places_get (&n_places);

  if (!find->context.enabled ("win.add", find->context.data))
    return;
  for (guint i = 0; i < n_places; i++)
    if (places[i].kind != NULL)
      {
        AccordGotoChoice *choice =
            add_choice (choices, accord_place_get_add_label (&places[i], schema), SORT_ADD);

        choice->what = _ ("Action");
        choice->icon_name = "list-add-symbolic";
        choice->action = "win.add";
        choice->target = places[i].id;
        choice->rank.match = match_either (find->words, choice->title, NULL);
      }
}

/* A record may have a second name, such as its short one; what says no more than what was typed is that. */
static AccordMatch
match_excerpt (const char *words, const char *excerpt)
{
  gboolean whole = excerpt != NULL && accord_match_words (words, excerpt) == ACCORD_MATCH_EXACT;

  return whole ? ACCORD_MATCH_EXACT : ACCORD_MATCH_TEXT;
}

static void
add_hit (Find *find, GPtrArray *choices, const AccordSearchHit *hit, guint order)
{
  const AccordPlace *place = accord_place_for_kind (hit->kind->name);
  AccordGotoChoice *choice;

  if (place == NULL)
    return;

  choice = add_choice (choices, hit->title, SORT_RECORD);
  choice->place = place;
  choice->record = hit->id;
  choice->icon_name = place->icon_name;
  choice->what = _ (hit->kind->label);
  choice->detail = g_strdup (hit->excerpt);
  choice->rank.match =
      MAX (accord_match_words (find->words, hit->title), match_excerpt (find->words, hit->excerpt));
  choice->rank.order = order;
  set_seen (choice, find->recent);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const AccordGotoChoice *x = *(AccordGotoChoice *const *) a, *y = *(AccordGotoChoice *const *) b;

  return accord_rank_compare (&x->rank, &y->rank);
}

static void
add_rest (Find *find, GPtrArray *choices, const AccordSearchGroup *group)
{
  AccordSchema *schema = accord_workspace_get_schema (find->context.workspace);
  const AccordPlace *place = accord_place_for_kind (group->kind->name);
  g_autofree char *number = accord_list_dup_number ((guint64) group->total);
  const char *label = accord_place_get_label (place, schema);
  g_autofree char *words =
      group->year != NULL
          /* Translators: a number, a kind of record and a year: “Show all 52 in Payments, 2019/20” */
          ? g_strdup_printf (_ ("Show all %s in %s, %s"), number, label, group->year)
          /* Translators: a number and a kind of record: “Show all 1,200 in Payments” */
          : g_strdup_printf (_ ("Show all %s in %s"), number, label);
  AccordGotoChoice *choice = add_choice (choices, words, SORT_RECORD);

  choice->section = _ ("All that match");
  choice->place = place;
  choice->icon_name = "edit-find-symbolic";
  choice->query = accord_query_ref (group->query);
}

static guint
count_shown (GPtrArray *choices, const AccordSearchGroup *group)
{
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const AccordGotoChoice *choice = g_ptr_array_index (choices, i);

      for (guint j = 0; j < group->hits->len && choice->record != 0 && choice->place != NULL; j++)
        {
          const AccordSearchHit *hit = g_ptr_array_index (group->hits, j);

          n += hit->id == choice->record && g_strcmp0 (choice->place->kind, hit->kind->name) == 0;
        }
    }

  return n;
}

/* A record may be found both by its words and by its year. */
static gboolean
is_in_group (const AccordSearchGroup *group, const AccordSearchHit *hit)
{
  for (guint i = 0; i < group->hits->len; i++)
    if (((const AccordSearchHit *) g_ptr_array_index (group->hits, i))->id == hit->id)
      return group->kind == hit->kind;
  return FALSE;
}

static void
add_group (Find *find, GPtrArray *choices, GPtrArray *groups, guint index)
{
  const AccordSearchGroup *group = g_ptr_array_index (groups, index);

  for (guint i = 0; i < group->hits->len; i++)
    {
      const AccordSearchHit *hit = g_ptr_array_index (group->hits, i);

      /* The best of each kind before the second of any. */
      if (index == 0 || !is_in_group (g_ptr_array_index (groups, index - 1), hit))
        add_hit (find, choices, hit, 1000 * (i + 1) + index);
    }
}

/* All that answers, best first, and under it the ways to all records of a kind where there are more. */
static void
arrange (Find *find, GPtrArray *groups)
{
  GPtrArray *choices = find->choices;

  for (guint i = choices->len; i > 0; i--)
    {
      AccordGotoChoice *choice = g_ptr_array_index (choices, i - 1);

      choice->section = NULL;
      set_seen (choice, find->recent);
      if (choice->rank.match == ACCORD_MATCH_NONE)
        g_ptr_array_remove_index (choices, i - 1);
    }

  for (guint i = 0; i < groups->len; i++)
    add_group (find, choices, groups, i);
  g_ptr_array_sort (choices, compare);
  g_ptr_array_set_size (choices, MIN (choices->len, MOST_FOUND));

  for (guint i = 0; i < groups->len; i++)
    {
      const AccordSearchGroup *group = g_ptr_array_index (groups, i);

      if (group->total > count_shown (choices, group) && accord_place_for_kind (group->kind->name) != NULL)
        add_rest (find, choices, group);
    }
}

/* What was looked at lately, but not what is in view, which is the last of it. */
static GPtrArray *
read_recent (AccordReader *reader, Find *find)
{
  AccordSchema *schema = accord_reader_get_schema (reader);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_goto_choice_free);

  for (guint i = 1; i < accord_recent_get_n (find->recent) && choices->len < MOST_RECENT; i++)
    {
      const AccordRecentItem *item = accord_recent_get (find->recent, i);
      const AccordPlace *place = accord_place_find (item->place);
      const AccordKind *kind =
          place != NULL && place->kind != NULL ? accord_schema_find_kind (schema, place->kind) : NULL;
      g_autoptr (AccordRecord) record =
          item->record != 0 && kind != NULL ? accord_reader_get (reader, kind, item->record, NULL) : NULL;
      g_autofree char *title = NULL;
      AccordGotoChoice *choice;

      if (place == NULL
          || (item->record != 0 && (record == NULL || accord_record_get_deleted (record) != NULL)))
        continue;
      title = record != NULL ? accord_reader_dup_title (reader, kind, item->record, NULL)
                             : g_strdup (accord_place_get_label (place, schema));
      choice = add_choice (choices, title, SORT_RECORD);
      choice->section = _ ("Recent");
      choice->place = place;
      choice->record = item->record;
      choice->icon_name = place->icon_name;
      choice->what = record != NULL ? _ (kind->label) : _ ("Place");
    }

  return choices;
}

static gboolean
is_listed (const AccordGotoChoice *choice)
{
  return choice->section != NULL
         && (choice->action != NULL || choice->query != NULL || !choice->place->lesser);
}

/* Whether a place stands among what was looked at already. */
static gboolean
is_among (GPtrArray *recent, const AccordPlace *place)
{
  for (guint i = 0; place != NULL && i < recent->len; i++)
    {
      const AccordGotoChoice *choice = g_ptr_array_index (recent, i);

      if (choice->place == place && choice->record == 0 && choice->rank.sort == SORT_RECORD)
        return TRUE;
    }

  return FALSE;
}

/* Before anything is typed: what was looked at, and after it where one can go and what can be done. */
static void
arrange_recent (Find *find, GPtrArray *recent)
{
  GPtrArray *others = g_steal_pointer (&find->choices);

  find->choices = g_ptr_array_ref (recent);
  for (guint i = 0; i < others->len; i++)
    {
      AccordGotoChoice *choice = g_ptr_array_index (others, i);

      if (is_listed (choice) && (choice->query != NULL || !is_among (recent, choice->place)))
        {
          g_ptr_array_add (find->choices, choice);
          others->pdata[i] = NULL;
        }
    }
  for (guint i = 0; i < others->len; i++)
    g_clear_pointer ((AccordGotoChoice **) &others->pdata[i], accord_goto_choice_free);
  g_ptr_array_set_free_func (others, NULL);
  g_ptr_array_unref (others);
}

static gpointer
read_found (AccordReader *reader, gpointer data, GError **error)
{
  Find *find = data;

  return *find->words != '\0' ? accord_reader_search (reader, find->words, PER_KIND, error)
                              : read_recent (reader, find);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Find *find = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) found = accord_workspace_read_finish (ACCORD_WORKSPACE (source), result, &error);

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (*find->words != '\0')
    arrange (find, found);
  else
    arrange_recent (find, found);
  g_task_return_pointer (task, g_steal_pointer (&find->choices), (GDestroyNotify) g_ptr_array_unref);
}

void
accord_goto_choice_free (AccordGotoChoice *self)
{
  g_clear_pointer (&self->query, accord_query_unref);
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/**
 * accord_goto_choice_dup_spoken:
 * @self: something that was found
 *
 * Returns: (transfer full): it in one sentence, for those who hear it
 */
char *
accord_goto_choice_dup_spoken (const AccordGotoChoice *self)
{
  return self->what != NULL ? g_strdup_printf ("%s, %s", self->title, self->what) : g_strdup (self->title);
}

/**
 * accord_goto_find_async:
 * @context: what the window knows; its strings and places are read at once
 * @words: what a person has typed, which may be nothing
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @data: for @callback
 *
 * Looks for records, places and actions that answer to @words, the best first; for no words, for what was
 * looked at lately and all places and actions.
 */
void
accord_goto_find_async (const AccordGotoContext *context, const char *words, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Find *find = g_new0 (Find, 1);
  g_auto (GStrv) recent = accord_recent_dup_words (context->recent);

  find->context = *context;
  g_object_ref (context->workspace);
  find->recent = accord_recent_new ();
  accord_recent_take_words (find->recent, (const char *const *) recent);
  find->words = g_strstrip (g_strdup (words));
  find->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_goto_choice_free);
  add_places (find, find->choices);
  add_pins (find, find->choices);
  add_commands (find, find->choices);
  add_additions (find, find->choices);

  g_task_set_task_data (task, find, find_free);
  accord_workspace_read_async (context->workspace, read_found, find, NULL, (GDestroyNotify) g_ptr_array_unref,
                               cancellable, on_read, task);
}

/**
 * accord_goto_find_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordGotoChoice): what was found, in the order to show it
 */
GPtrArray *
accord_goto_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
