/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "portfolio/portfolio-item.h"

#include <glib/gi18n-lib.h>

/* A business case in the list of a portfolio. */
struct _AccordPortfolioItem
{
  GObject parent_instance;

  GPtrArray *cases;
  guint index;
  AccordPortfolioPlace place;
};

G_DEFINE_FINAL_TYPE (AccordPortfolioItem, accord_portfolio_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accord_portfolio_item_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_PORTFOLIO_ITEM (object)->cases);

  G_OBJECT_CLASS (accord_portfolio_item_parent_class)->finalize (object);
}

static void
accord_portfolio_item_class_init (AccordPortfolioItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_portfolio_item_finalize;

  /**
   * AccordPortfolioItem::changed:
   *
   * It stands elsewhere in the portfolio.
   */
  signals[CHANGED] = g_signal_new ("changed", ACCORD_TYPE_PORTFOLIO_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
accord_portfolio_item_init (AccordPortfolioItem *self)
{
}

/**
 * accord_portfolio_item_new:
 * @cases: (element-type AccordPortfolioCase): cases
 * @index: of one of them
 *
 * Returns: (transfer full): an item for it
 */
AccordPortfolioItem *
accord_portfolio_item_new (GPtrArray *cases, guint index)
{
  AccordPortfolioItem *self = g_object_new (ACCORD_TYPE_PORTFOLIO_ITEM, NULL);

  self->cases = g_ptr_array_ref (cases);
  self->index = index;
  return self;
}

const AccordPortfolioCase *
accord_portfolio_item_get_case (AccordPortfolioItem *self)
{
  return self->cases->pdata[self->index];
}

gint64
accord_portfolio_item_get_id (AccordPortfolioItem *self)
{
  return accord_record_get_id (accord_portfolio_item_get_case (self)->record);
}

guint
accord_portfolio_item_get_index (AccordPortfolioItem *self)
{
  return self->index;
}

AccordPortfolioPlace
accord_portfolio_item_get_place (AccordPortfolioItem *self)
{
  return self->place;
}

/**
 * accord_portfolio_item_set_place:
 * @self: an item
 * @place: where it stands
 */
void
accord_portfolio_item_set_place (AccordPortfolioItem *self, AccordPortfolioPlace place)
{
  g_return_if_fail (ACCORD_IS_PORTFOLIO_ITEM (self));

  if (place == self->place)
    return;
  self->place = place;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * accord_portfolio_place_get_label:
 * @place: where a case stands
 *
 * Returns: (transfer none): that in words
 */
const char *
accord_portfolio_place_get_label (AccordPortfolioPlace place)
{
  switch (place)
    {
    case ACCORD_PORTFOLIO_IN:
      return _ ("In");
    case ACCORD_PORTFOLIO_MUST:
      return _ ("Must be in");
    case ACCORD_PORTFOLIO_LEFT_OUT:
      return _ ("Left out");
    case ACCORD_PORTFOLIO_NOT_IN:
      return _ ("Not in");
    case ACCORD_PORTFOLIO_OPEN:
    default:
      return "";
    }
}
