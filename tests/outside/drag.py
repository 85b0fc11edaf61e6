# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program from which a file is dragged onto a window: speaks XDND, version 5, as file managers do on X11. The
pointer is not moved: what a window hears of a drag are these messages and the selection behind them."""
import time

from Xlib import X, Xatom, display
from Xlib.protocol import event

VERSION, PATIENCE = 5, 30


class Drag:
    """A drag of addresses over a window, by its number."""

    def __init__(self, target, addresses):
        self.display = display.Display()
        self.target = self.display.create_resource_object('window', target)
        self.source = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.data = ''.join(address + '\r\n' for address in addresses).encode()
        self.list = self.atom('text/uri-list')
        self.accepted = self.finished = None
        self.source.set_selection_owner(self.atom('XdndSelection'), X.CurrentTime)
        self.display.sync()

    def atom(self, name):
        return self.display.intern_atom(name)

    def send(self, name, *numbers):
        data = [self.source.id, *numbers, 0, 0, 0, 0][:5]
        self.target.send_event(event.ClientMessage(window=self.target, client_type=self.atom(name), data=(32, data)))
        self.display.flush()

    def answer(self, request):
        """Gives what is dragged to whom asks for it."""
        kind = request.target
        place = request.property or kind
        if kind == self.list:
            request.requestor.change_property(place, self.list, 8, self.data)
        elif kind == self.atom('TARGETS'):
            request.requestor.change_property(place, Xatom.ATOM, 32, [self.list])
        else:
            place = X.NONE
        request.requestor.send_event(event.SelectionNotify(time=request.time, requestor=request.requestor, target=kind,
                                                           selection=request.selection, property=place))
        self.display.flush()

    def listen(self, done, what):
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise AssertionError(f'waited in vain for {what}')
            if not self.display.pending_events():
                time.sleep(0.01)
                continue
            said = self.display.next_event()
            if said.type == X.SelectionRequest:
                self.answer(said)
            elif said.type == X.ClientMessage and said.client_type == self.atom('XdndStatus'):
                self.accepted = bool(said.data[1][1] & 1)
            elif said.type == X.ClientMessage and said.client_type == self.atom('XdndFinished'):
                self.finished = bool(said.data[1][1] & 1)

    def over(self, x, y):
        """Moves over a point of the screen; whether it may be dropped there."""
        copy = self.atom('XdndActionCopy')
        self.accepted = None
        self.send('XdndPosition', 0, (x << 16) | y, X.CurrentTime, copy)
        self.listen(lambda: self.accepted is not None, 'what the window says of the drag')
        return self.accepted

    def drop(self):
        """Lets it fall; whether the window took it."""
        self.send('XdndDrop', 0, X.CurrentTime)
        self.listen(lambda: self.finished is not None, 'the end of the drag')
        self.display.close()
        return self.finished


def drag(target, x, y, *addresses):
    """Drags addresses onto a window at a point of the screen; whether it took them."""
    one = Drag(target, addresses)
    one.send('XdndEnter', VERSION << 24, one.list)
    end = time.monotonic() + PATIENCE
    while not one.over(x, y):
        if time.monotonic() > end:
            raise AssertionError('the window does not take what is dragged over it')
        time.sleep(0.05)
    return one.drop()
