/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"

G_BEGIN_DECLS

/**
 * AccordPhase:
 * @do_piece: does one piece of it; where that is written depends on its number alone
 * @n_pieces: how many there are
 *
 * A part of some work that is done before the next is begun.
 */
typedef struct
{
  void (*do_piece) (gpointer data, guint piece, gpointer scratch);
  guint n_pieces;
} AccordPhase;

gboolean accord_work_share_out (const AccordPhase *phases, guint n_phases, gpointer data, gsize scratch_size,
                                guint n_threads, AccordStopFunc stop, gpointer stop_data);

G_END_DECLS
