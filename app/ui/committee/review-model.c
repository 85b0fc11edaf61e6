/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-model.h"

#include "committee/review-order.h"

#include <gio/gio.h>

/* What a person did with a row of the plan. */
typedef struct
{
  gboolean taken_at_first;
  guint64 edited;
  guint position;
} Mark;

/*
 * A plan as a list: each record under that which it belongs to, headings and groups between them, and at the
 * end what was not read. The plan says what is taken; the list knows what a person did with it.
 */
struct _AccordReviewModel
{
  GObject parent_instance;

  AccordCommitteePlan *plan;
  GPtrArray *entries;
  GArray *marks;
  gboolean relinked;
};

static void accord_review_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AccordReviewModel, accord_review_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, accord_review_model_list_init))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ROW(self, index) ((AccordPlanRow *) (self)->plan->rows->pdata[index])
#define MARK(self, index) (&g_array_index ((self)->marks, Mark, index))

static GType
get_item_type (GListModel *model)
{
  return ACCORD_TYPE_REVIEW_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return ACCORD_REVIEW_MODEL (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AccordReviewModel *self = ACCORD_REVIEW_MODEL (model);

  return position < self->entries->len ? g_object_ref (self->entries->pdata[position]) : NULL;
}

static void
accord_review_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
accord_review_model_finalize (GObject *object)
{
  AccordReviewModel *self = ACCORD_REVIEW_MODEL (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_array_unref (self->marks);
  g_clear_pointer (&self->plan, accord_committee_plan_free);

  G_OBJECT_CLASS (accord_review_model_parent_class)->finalize (object);
}

static void
accord_review_model_class_init (AccordReviewModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_review_model_finalize;

  /**
   * AccordReviewModel::changed:
   *
   * Something was taken, dropped or edited.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_REVIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
accord_review_model_init (AccordReviewModel *self)
{
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
}

/**
 * accord_review_model_new:
 * @plan: (transfer full): what would become of a page
 *
 * Returns: (transfer full): a list of #AccordReviewEntry
 */
AccordReviewModel *
accord_review_model_new (AccordCommitteePlan *plan)
{
  AccordReviewModel *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (ACCORD_TYPE_REVIEW_MODEL, NULL);
  self->plan = plan;
  g_array_set_size (self->marks, plan->rows->len);
  for (guint i = 0; i < plan->rows->len; i++)
    MARK (self, i)->taken_at_first = ROW (self, i)->taken;
  self->entries = accord_review_order (plan);
  for (guint i = 0; i < self->entries->len; i++)
    if (accord_review_entry_get_part (self->entries->pdata[i]) == ACCORD_REVIEW_RECORD)
      MARK (self, accord_review_entry_get_index (self->entries->pdata[i]))->position = i;
  return self;
}

AccordCommitteePlan *
accord_review_model_get_plan (AccordReviewModel *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), NULL);

  return self->plan;
}

/**
 * accord_review_model_get_row:
 * @self: a model
 * @entry: (nullable): one of its lines
 *
 * Returns: (transfer none) (nullable): the row of the plan, or %NULL where the line is no record
 */
AccordPlanRow *
accord_review_model_get_row (AccordReviewModel *self, AccordReviewEntry *entry)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), NULL);

  if (entry == NULL || accord_review_entry_get_part (entry) != ACCORD_REVIEW_RECORD)
    return NULL;
  return ROW (self, accord_review_entry_get_index (entry));
}

/**
 * accord_review_model_get_entry:
 * @self: a model
 * @row: a row of its plan
 *
 * Returns: (transfer none): the line that shows it
 */
AccordReviewEntry *
accord_review_model_get_entry (AccordReviewModel *self, guint row)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), NULL);

  return self->entries->pdata[MARK (self, row)->position];
}

/**
 * accord_review_model_get_unread:
 * @self: a model
 * @entry: (nullable): one of its lines
 *
 * Returns: (transfer none) (nullable): the passage, or %NULL where the line is none that was not read
 */
AccordPageUnread *
accord_review_model_get_unread (AccordReviewModel *self, AccordReviewEntry *entry)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), NULL);

  if (entry == NULL || accord_review_entry_get_part (entry) != ACCORD_REVIEW_UNREAD)
    return NULL;
  return self->plan->page->unread->pdata[accord_review_entry_get_index (entry)];
}

/**
 * accord_review_model_get_span:
 * @self: a model
 * @entry: (nullable): one of its lines
 *
 * Returns: the place in the page's text that the line rests on; nothing where there is none
 */
AccordSpan
accord_review_model_get_span (AccordReviewModel *self, AccordReviewEntry *entry)
{
  const AccordPlanRow *row = accord_review_model_get_row (self, entry);
  const AccordPageUnread *unread = accord_review_model_get_unread (self, entry);

  if (row != NULL)
    return row->span;
  return unread != NULL ? unread->span : (AccordSpan){ 0, 0 };
}

/**
 * accord_review_model_find_place:
 * @self: a model
 * @place: a byte of the page's text
 *
 * Returns: the position of the line with the shortest passage around @place, or %G_MAXUINT for none
 */
guint
accord_review_model_find_place (AccordReviewModel *self, gsize place)
{
  guint found = G_MAXUINT;
  gsize shortest = G_MAXSIZE;

  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AccordSpan span = accord_review_model_get_span (self, self->entries->pdata[i]);

      if (place < span.start || place >= span.end || span.end - span.start > shortest)
        continue;
      shortest = span.end - span.start;
      found = i;
    }
  return found;
}

static gboolean
is_doubt (AccordReviewModel *self, AccordReviewEntry *entry)
{
  const AccordPlanRow *row = accord_review_model_get_row (self, entry);

  if (row != NULL)
    return row->why != NULL || !row->sure;
  return accord_review_entry_get_part (entry) == ACCORD_REVIEW_UNREAD;
}

/**
 * accord_review_model_count_doubts:
 * @self: a model
 *
 * Returns: how many lines a person should look at
 */
guint
accord_review_model_count_doubts (AccordReviewModel *self)
{
  guint n = 0;

  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += is_doubt (self, self->entries->pdata[i]) ? 1 : 0;
  return n;
}

/**
 * accord_review_model_find_doubt:
 * @self: a model
 * @after: a position; anything beyond the last begins at the first
 *
 * Returns: the position of the next line that a person should look at, going round, or %G_MAXUINT for none
 */
guint
accord_review_model_find_doubt (AccordReviewModel *self, guint after)
{
  guint n;

  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), G_MAXUINT);

  n = self->entries->len;
  for (guint i = 0; i < n; i++)
    {
      guint position = after < n ? (after + 1 + i) % n : i;

      if (is_doubt (self, self->entries->pdata[position]))
        return position;
    }
  return G_MAXUINT;
}

/* The page itself is kept with whatever is. */
static gboolean
can_take (const AccordPlanRow *row)
{
  if (g_str_equal (accord_record_get_kind (row->record)->name, "source"))
    return FALSE;
  return row->doing == ACCORD_PLAN_ADD || row->doing == ACCORD_PLAN_UPDATE;
}

/**
 * accord_review_model_can_take:
 * @self: a model
 * @entry: one of its lines
 *
 * Returns: whether there is anything to take or to drop: a record that is as it was, or that the page no
 *   longer has, stays
 */
gboolean
accord_review_model_can_take (AccordReviewModel *self, AccordReviewEntry *entry)
{
  const AccordPlanRow *row = accord_review_model_get_row (self, entry);

  return row != NULL && can_take (row);
}

/* A row goes with that which it belongs to, unless that is there already. */
static gboolean
is_taken (AccordReviewModel *self, guint index)
{
  for (int at = (int) index; at >= 0; at = ROW (self, at)->parent)
    if (!ROW (self, at)->taken && (at == (int) index || ROW (self, at)->doing == ACCORD_PLAN_ADD))
      return FALSE;
  return TRUE;
}

gboolean
accord_review_model_get_taken (AccordReviewModel *self, AccordReviewEntry *entry)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), FALSE);

  return accord_review_model_get_row (self, entry) != NULL
         && is_taken (self, accord_review_entry_get_index (entry));
}

static void
tell (AccordReviewModel *self, const gboolean *before)
{
  for (guint i = 0; i < self->plan->rows->len; i++)
    if (is_taken (self, i) != before[i])
      accord_review_entry_changed (self->entries->pdata[MARK (self, i)->position]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * accord_review_model_set_taken:
 * @self: a model
 * @entry: one of its lines
 * @taken: whether it is to be kept
 *
 * Takes or drops a record. What belongs to it follows, and what it belongs to is taken with it.
 */
void
accord_review_model_set_taken (AccordReviewModel *self, AccordReviewEntry *entry, gboolean taken)
{
  g_autofree gboolean *before = NULL;
  guint index;

  g_return_if_fail (ACCORD_IS_REVIEW_MODEL (self));

  if (!accord_review_model_can_take (self, entry))
    return;
  index = accord_review_entry_get_index (entry);
  before = g_new (gboolean, self->plan->rows->len);
  for (guint i = 0; i < self->plan->rows->len; i++)
    before[i] = is_taken (self, i);
  accord_committee_plan_take (self->plan, index, taken);
  tell (self, before);
}

/**
 * accord_review_model_note_edit:
 * @self: a model
 * @entry: one of its lines
 * @field: the field that a person changed in the row's record, or -1 for what it is linked to
 *
 * Says that a person changed what would be kept.
 */
void
accord_review_model_note_edit (AccordReviewModel *self, AccordReviewEntry *entry, int field)
{
  g_return_if_fail (ACCORD_IS_REVIEW_MODEL (self));
  g_return_if_fail (accord_review_entry_get_part (entry) == ACCORD_REVIEW_RECORD);

  if (field < 0)
    self->relinked = TRUE;
  else
    MARK (self, accord_review_entry_get_index (entry))->edited |= G_GUINT64_CONSTANT (1) << field;
  accord_review_entry_changed (entry);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * accord_review_model_get_touched:
 * @self: a model
 *
 * Returns: whether a person made a choice that would be lost with it
 */
gboolean
accord_review_model_get_touched (AccordReviewModel *self)
{
  gboolean touched = FALSE;

  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), FALSE);

  for (guint i = 0; i < self->plan->rows->len && !touched; i++)
    touched = MARK (self, i)->edited != 0 || accord_review_model_get_turned (self, i);
  return touched || self->relinked;
}

/**
 * accord_review_model_get_turned:
 * @self: a model
 * @row: a row of its plan
 *
 * Returns: whether a person took what was not taken, or dropped what was
 */
gboolean
accord_review_model_get_turned (AccordReviewModel *self, guint row)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), FALSE);

  return MARK (self, row)->taken_at_first != ROW (self, row)->taken;
}

/**
 * accord_review_model_get_edited:
 * @self: a model
 * @row: a row of its plan
 *
 * Returns: a bit for each field of its record that a person changed
 */
guint64
accord_review_model_get_edited (AccordReviewModel *self, guint row)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), 0);

  return MARK (self, row)->edited;
}

/**
 * accord_review_model_count:
 * @self: a model
 *
 * Returns: what keeping the plan would do as it stands
 */
AccordReviewCounts
accord_review_model_count (AccordReviewModel *self)
{
  AccordReviewCounts counts = { 0 };

  g_return_val_if_fail (ACCORD_IS_REVIEW_MODEL (self), counts);

  counts.unread = self->plan->page->unread->len;
  for (guint i = 0; i < self->plan->rows->len; i++)
    {
      AccordPlanDoing doing = ROW (self, i)->doing;

      if (doing == ACCORD_PLAN_SAME)
        counts.same++;
      else if (doing == ACCORD_PLAN_GONE)
        counts.gone++;
      else if (!is_taken (self, i))
        counts.left++;
      else if (doing == ACCORD_PLAN_ADD)
        counts.added++;
      else
        counts.updated++;
    }
  return counts;
}
