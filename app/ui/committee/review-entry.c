/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-entry.h"

/* One line of the review sheet: it only says which row of the plan or of the page it stands for. */
struct _AccordReviewEntry
{
  GObject parent_instance;

  AccordReviewPart part;
  guint index;
  guint depth;
  char *words;
};

G_DEFINE_FINAL_TYPE (AccordReviewEntry, accord_review_entry, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accord_review_entry_finalize (GObject *object)
{
  g_free (ACCORD_REVIEW_ENTRY (object)->words);

  G_OBJECT_CLASS (accord_review_entry_parent_class)->finalize (object);
}

static void
accord_review_entry_class_init (AccordReviewEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_review_entry_finalize;

  /**
   * AccordReviewEntry::changed:
   *
   * What it stands for was taken, dropped or edited.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_REVIEW_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
accord_review_entry_init (AccordReviewEntry *self)
{
}

/**
 * accord_review_entry_new:
 * @part: what it is
 * @index: the row of the plan, or the passage of the page; without meaning for words
 * @depth: how deep it stands
 * @words: (nullable): for a heading or a group, what it says
 *
 * Returns: (transfer full): a line
 */
AccordReviewEntry *
accord_review_entry_new (AccordReviewPart part, guint index, guint depth, const char *words)
{
  AccordReviewEntry *self = g_object_new (ACCORD_TYPE_REVIEW_ENTRY, NULL);

  self->part = part;
  self->index = index;
  self->depth = depth;
  self->words = g_strdup (words);
  return self;
}

AccordReviewPart
accord_review_entry_get_part (AccordReviewEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ENTRY (self), ACCORD_REVIEW_HEADING);

  return self->part;
}

guint
accord_review_entry_get_index (AccordReviewEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ENTRY (self), 0);

  return self->index;
}

guint
accord_review_entry_get_depth (AccordReviewEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ENTRY (self), 0);

  return self->depth;
}

/**
 * accord_review_entry_get_words:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): for a heading or a group, what it says
 */
const char *
accord_review_entry_get_words (AccordReviewEntry *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_ENTRY (self), NULL);

  return self->words;
}

/**
 * accord_review_entry_changed:
 * @self: a line
 *
 * Says to whoever shows it that what it stands for has changed.
 */
void
accord_review_entry_changed (AccordReviewEntry *self)
{
  g_return_if_fail (ACCORD_IS_REVIEW_ENTRY (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
