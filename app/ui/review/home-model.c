/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-model.h"

#include "review/home-words.h"

#include <glib/gi18n-lib.h>

/* A line of the list: a record, or words above several. */
struct _AccordHomeEntry
{
  GObject parent_instance;

  const AccordHomeItem *item;
  const char *words;
};

G_DEFINE_FINAL_TYPE (AccordHomeEntry, accord_home_entry, G_TYPE_OBJECT)

/* What would come in, and what a person chose of it. */
struct _AccordHomeModel
{
  GObject parent_instance;

  AccordHomecoming *home;
  GListStore *entries;
};

G_DEFINE_FINAL_TYPE (AccordHomeModel, accord_home_model, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accord_home_entry_class_init (AccordHomeEntryClass *klass)
{
}

static void
accord_home_entry_init (AccordHomeEntry *self)
{
}

/**
 * accord_home_entry_get_item:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the record; %NULL for words
 */
const AccordHomeItem *
accord_home_entry_get_item (AccordHomeEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_HOME_ENTRY (self), NULL);

  return self->item;
}

/**
 * accord_home_entry_get_words:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the words; %NULL for a record
 */
const char *
accord_home_entry_get_words (AccordHomeEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_HOME_ENTRY (self), NULL);

  return self->words;
}

static void
accord_home_model_finalize (GObject *object)
{
  AccordHomeModel *self = ACCORD_HOME_MODEL (object);

  g_clear_object (&self->entries);
  g_clear_pointer (&self->home, accord_homecoming_free);

  G_OBJECT_CLASS (accord_home_model_parent_class)->finalize (object);
}

static void
accord_home_model_class_init (AccordHomeModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_home_model_finalize;

  /**
   * AccordHomeModel::changed:
   *
   * A person chose something.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_HOME_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_home_model_init (AccordHomeModel *self)
{
  self->entries = g_list_store_new (ACCORD_TYPE_HOME_ENTRY);
}

static void
take_entry (GPtrArray *entries, const AccordHomeItem *item, const char *words)
{
  AccordHomeEntry *entry = g_object_new (ACCORD_TYPE_HOME_ENTRY, NULL);

  entry->item = item;
  entry->words = words;
  g_ptr_array_add (entries, entry);
}

typedef enum
{
  PART_DECIDE,
  PART_THEIRS,
  PART_OTHER,
} Part;

static Part
part_of (const AccordHomeItem *item)
{
  if (accord_home_item_is_undecided (item))
    return PART_DECIDE;
  return item->theirs_to_say ? PART_THEIRS : PART_OTHER;
}

static void
add_part (AccordHomeModel *self, GPtrArray *entries, Part part, const char *words)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < self->home->items->len; i++)
    {
      const AccordHomeItem *item = self->home->items->pdata[i];

      if (part_of (item) != part)
        continue;
      if (!headed)
        take_entry (entries, NULL, words);
      headed = TRUE;
      take_entry (entries, item, NULL);
    }
}

static int
compare_fields (gconstpointer a, gconstpointer b, gpointer kind)
{
  const AccordMergeField *first = *(const AccordMergeField *const *) a;
  const AccordMergeField *second = *(const AccordMergeField *const *) b;

  return accord_kind_find_field (kind, first->field) - accord_kind_find_field (kind, second->field);
}

/* A record is read in the order of its form. */
static void
order_fields (AccordHomecoming *home)
{
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      g_ptr_array_sort_with_data (item->fields, compare_fields, (gpointer) item->kind);
    }
}

/**
 * accord_home_model_new:
 * @home: (transfer full): what taking a pack in would do
 *
 * Returns: (transfer full): the same to be gone through: what is to be decided on first, then what they say
 * for themselves, then the rest
 */
AccordHomeModel *
accord_home_model_new (AccordHomecoming *home)
{
  AccordHomeModel *self = g_object_new (ACCORD_TYPE_HOME_MODEL, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  self->home = home;
  order_fields (home);
  add_part (self, entries, PART_DECIDE, _ ("To decide: changed here and there"));
  add_part (self, entries, PART_THEIRS, _ ("What they say for themselves"));
  add_part (self, entries, PART_OTHER, _ ("Other changes, which are not theirs to make"));
  g_list_store_splice (self->entries, 0, 0, entries->pdata, entries->len);
  return self;
}

/**
 * accord_home_model_get_home:
 * @self: a model
 *
 * Returns: (transfer none): what taking the pack in would do, as chosen
 */
AccordHomecoming *
accord_home_model_get_home (AccordHomeModel *self)
{
  g_return_val_if_fail (ACCORD_IS_HOME_MODEL (self), NULL);

  return self->home;
}

/**
 * accord_home_model_get_entries:
 * @self: a model
 *
 * Returns: (transfer none): its lines, each an #AccordHomeEntry
 */
GListModel *
accord_home_model_get_entries (AccordHomeModel *self)
{
  g_return_val_if_fail (ACCORD_IS_HOME_MODEL (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * accord_home_model_note:
 * @self: a model
 *
 * Says that something was chosen.
 */
void
accord_home_model_note (AccordHomeModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * accord_home_model_set_taken:
 * @self: a model
 * @item: a record of it
 * @taken: whether all of it comes in, or nothing
 *
 * Chooses for a whole record.
 */
void
accord_home_model_set_taken (AccordHomeModel *self, const AccordHomeItem *item, gboolean taken)
{
  if (taken == accord_home_item_is_taken (item) && !accord_home_item_is_undecided (item))
    return;
  accord_home_item_take (item, taken);
  accord_home_model_note (self);
}

/**
 * accord_home_model_decide_rest:
 * @self: a model
 * @choice: what is to happen with all that must be decided on and is not
 *
 * Decides on the rest at once.
 */
void
accord_home_model_decide_rest (AccordHomeModel *self, AccordMergeChoice choice)
{
  for (guint i = 0; i < self->home->items->len; i++)
    {
      const AccordHomeItem *item = self->home->items->pdata[i];

      for (guint j = 0; j < item->fields->len; j++)
        {
          AccordMergeField *field = item->fields->pdata[j];

          if (accord_home_field_is_undecided (item, field))
            field->choice = choice;
        }
    }
  accord_home_model_note (self);
}

/**
 * accord_home_model_count:
 * @self: a model
 * @n_taken: (out): how many records come in
 * @n_left: (out): how many do not
 * @n_undecided: (out): how many are still to be decided on
 *
 * Counts.
 */
void
accord_home_model_count (AccordHomeModel *self, guint *n_taken, guint *n_left, guint *n_undecided)
{
  *n_taken = *n_left = *n_undecided = 0;
  for (guint i = 0; i < self->home->items->len; i++)
    {
      const AccordHomeItem *item = self->home->items->pdata[i];

      if (accord_home_item_is_undecided (item))
        *n_undecided += 1;
      else if (accord_home_item_is_taken (item))
        *n_taken += 1;
      else
        *n_left += 1;
    }
}
