/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board.h"
#include "partnership/answer-picture.h"

G_BEGIN_DECLS

AccordAnswerPicture *accord_answer_picture_of_board (AccordBoard *board);

G_END_DECLS
